"""What a person sees: Qt only, fed by frozen snapshots."""
