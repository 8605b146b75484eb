"""A settling trainer: heartbeats in, the way back to your own rest out."""
