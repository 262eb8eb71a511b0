"""How a table means its values: choices found by evidence, said, switched; and tables that are parts of one."""
