"""What the numbers mean: pure functions over named frames; no clock, no file, no SQL, no Qt."""
