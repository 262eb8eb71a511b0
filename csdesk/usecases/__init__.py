"""What a person can do here: questions, actions and jobs."""
