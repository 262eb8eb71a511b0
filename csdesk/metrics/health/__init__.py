"""Health of accounts: factors, curves, scores."""
