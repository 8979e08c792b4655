"""Domain in, domain out: what the rules say about a case, and why.

Pure: reads no clock, disk or environment, and knows neither YAML nor the web. The same input
gives the same output on every machine and every day.
"""
