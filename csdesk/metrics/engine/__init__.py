"""What every account paid in every month, from contract lines: the one engine under every figure."""
