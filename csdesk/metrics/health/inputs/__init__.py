"""What health factors read: one raw value an account, from the frames as of a day."""
