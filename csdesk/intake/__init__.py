"""Spreadsheets coming in: file -> grid -> tables -> columns matched -> values cleaned -> plan. No SQL, no Qt."""
