"""What differs between two pieces of advice, and what each difference comes of."""
