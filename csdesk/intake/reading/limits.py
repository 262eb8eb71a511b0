"""How much of a file is read: the limits that keep hostile and careless files bounded in memory and time."""

from typing import Final

MAX_FILE: Final = 50 * 2**20
"""Bytes of one workbook."""
MAX_TEXT: Final = 200 * 2**20
"""Bytes of one text file: a million lines of use take up some 80 MB."""
MAX_MEMBER: Final = 200 * 2**20
"""Unpacked bytes of one member of a workbook's zip."""
MAX_UNPACKED: Final = 600 * 2**20
"""Unpacked bytes of all members together."""
MAX_RATIO: Final = 200
"""Unpacked against packed size of a member; real sheets stay under about 60."""
RATIO_COUNTS_FROM: Final = 2 * 2**20
"""Members smaller than this may be packed as tightly as they like."""
MAX_MEMBERS: Final = 10_000
MAX_COLUMNS: Final = 500
MAX_CELL: Final = 32_767
"""Characters in one cell, as in Excel; longer text is cut and said."""
MAX_LINE: Final = 4 * 2**20
"""Characters in one line of a text file: beyond, it is no line of a table but data without any."""
MAX_CELLS: Final = 10_000_000
"""Cells of one sheet."""
MAX_TEXT_CELLS: Final = 20_000_000
"""Cells of one text file."""
MAX_PAGE_CELLS: Final = 2_000_000
"""Cells of all tables of a web page, which take more memory than those of a text file."""
DENSE_CELLS: Final = 8_000_000
"""Cells from the first to the last used corner that the fast reader may lay out; beyond, cells are read one by one."""
MAX_PROBLEMS: Final = 1_000
"""Problems of one reason kept for one table; the last one tells how many more there were."""
MAX_UNCALCULATED: Final = 100_000
"""Formulas without a value in one table: each is told, as the row may need it; more were never calculated at all."""
HEADER_WITHIN: Final = 30
"""Rows looked at for a heading."""
CHILD_MEMORY: Final = 700 * 2**20
"""Address space of the process that reads workbooks; about 500 MB of it can be data."""
CHILD_SECONDS: Final = 60.0
"""Wall clock and processor seconds for one workbook."""
CHUNK_ROWS: Final = 5_000
"""Rows between two calls of progress."""
