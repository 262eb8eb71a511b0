"""Charts: records in, drawn on the axes given; never pyplot."""
