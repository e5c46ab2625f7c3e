"""Asking again, when time may have changed the process code: is it still so?

"In alle contactmomenten … dienen deze criteria periodiek te worden getoetst." Once a case was
handed over and runs as light injury, the answers that its criteria stand on are asked after, few
and short, with the answer that was given as the default. What becomes of it is told, and kept.
"""
