"""What a lesson must have beside words that read well."""
