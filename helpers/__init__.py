"""What the notebooks share: loading and cleaning articles, reading them, counting, drawing, publishing."""
