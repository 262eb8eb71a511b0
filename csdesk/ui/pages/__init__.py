"""The rooms of the window, one module a page, each loaded when it is first opened."""
