"""A protocol as a person might write it, for tests to break."""

OWN = """\
name = "own"
title = "My own"
summary = "Own."
longest_s = 1200
asks_ratings = true
fades = false

[[part]]

[[part.phase]]
kind = "arrive"
ends = ["key"]

[[part.phase]]
kind = "calibrate"
ends = ["baseline", "time"]
longest_s = 480

[[part]]
times = 2
feedback = ["full", "blind"]

[[part.phase]]
kind = "activate"
activation = "moment"
ends = ["time", "key"]
longest_s = 45
ceiling_z = 7.5
instruction = "Go to a small moment."
detail = "2 to 4 of 10."
choices = ["a message", "a look"]

[[part.phase]]
kind = "settle"
ends = ["settled", "time", "key"]
shortest_s = 20
longest_s = 150

[[part.phase]]
kind = "rest"
ends = ["time", "key"]
longest_s = 90
feedback = "sparse"

[[part]]

[[part.phase]]
kind = "close"
ends = ["key", "time"]
longest_s = 60
"""
