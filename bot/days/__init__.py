"""What the days alone do: a term comes near, a criterion is tested again, a case is erased."""
