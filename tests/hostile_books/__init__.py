"""Books made by someone else: to break the program, to fill its memory, or to have it do what nobody asked for."""
