"""What the narrowest channel shows, and what is worth keeping of what a person types."""

# WhatsApp: three reply buttons of 20 signs, or a list of ten rows of 24.
REPLY_BUTTONS, LONGEST_REPLY_BUTTON = 3, 20
LIST_ROWS, LONGEST_LABEL = 10, 24
# A story has its own question, and that one has room; the name of a relative is a label.
LONGEST_MESSAGE, LONGEST_TEXT_OF_A_FACT, LONGEST_WORDS = 10_000, 100, 1_000
# In the overview a story is recognised by how it begins.
LONGEST_IN_OVERVIEW = 120
# More than a thick file of letters, page by page; the name of one of them; and its size in
# megabytes (2**20 bytes): what WhatsApp lets through of a voice message, Telegram a little more.
MOST_FILES, LONGEST_FILE_NAME, LARGEST_FILE = 60, 120, 16
