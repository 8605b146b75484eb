"""What a heartbeat means for this person: their own resting scale."""
