"""What the catalogue is made from, topic by topic: each metric's unit, good direction, options and function."""
