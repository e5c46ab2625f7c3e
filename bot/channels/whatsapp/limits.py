"""What one WhatsApp message takes: the table of Meta's Cloud API, for sender and tests alike."""

NAME = "whatsapp"
WEBHOOK = "/webhooks/whatsapp"
# Meta puts up to three megabytes of messages together.
LARGEST_DELIVERY = 4 * 1024 * 1024

# Signs. Meta's pages say 4096 for the body of a list, its schema 1024: the narrower one holds.
LONGEST_TEXT, LONGEST_BODY = 4096, 1024
# Under a file.
LONGEST_CAPTION = 1024
MOST_BUTTONS, LONGEST_BUTTON, LONGEST_BUTTON_ID = 3, 20, 256
# Over all sections together.
MOST_ROWS, LONGEST_ROW, LONGEST_DESCRIPTION, LONGEST_ROW_ID = 10, 24, 72, 200
# What opens a list.
LONGEST_OPENER = 20
LONGEST_OWN_DATA = 512
