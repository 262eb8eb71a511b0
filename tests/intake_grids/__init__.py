"""Sheets with time across or time down, written by hand, and what is right to take from each."""
