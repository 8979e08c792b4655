"""What can be proven of a rulebook: for every situation that can occur, not for those tried.

The proofs stand on the decision diagrams of `engine.whatif`, which hold every answer that the rules
tell apart. What can occur is drawn a little too wide (`possible`), so that what is proven holds;
what is found is made a case and judged by the engine itself (`cases`), so that it is there.
`docs/decisions/0033-prove.md` says more.
"""
