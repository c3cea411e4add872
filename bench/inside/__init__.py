"""What runs in a process of its own with Halved's settings, started by the modules above."""
