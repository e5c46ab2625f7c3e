"""Everything that is typed after `letselwijzer`."""
