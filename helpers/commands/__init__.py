"""What the Makefile runs: notebooks, checks, lock, benchmark."""
