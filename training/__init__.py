"""Scripts that make the models and tables in `src/jalur/data`."""
