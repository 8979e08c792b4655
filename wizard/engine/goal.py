"""The goal of the choice, for the solver. Decided in `docs/decisions/0015-action-plan.md`.

Candidates are numbered in the order of their ids, so the last line prefers the first in the
alphabet. What stands behind `@` is the rank: a greater one decides before a lesser.
"""

GOAL = """
% Anyone may be in who has what it wants and no rival beside it; those that must be, are.
{ in(X) } :- candidate(X).
:- in(X), wants(X, G), not in(Y) : offers(G, Y).
:- in(X), in(Y), rival(X, Y).
:- must(X), not in(X).

% All of them together keep within the limits.
:- most_members(M), #count { X : in(X) } > M.
:- most_work(M), #sum { W,X : in(X), work(X, W) } > M.
:- most_money(M), #sum { K,X : in(X), money(X, K) } > M.

% An aim is met by one who gives it; a place is as good as the best who stands there.
met(A) :- in(X), gives(X, A).
at(P, L) :- in(X), level(X, P, V), L = 1..V.
:- one_of_these, not met(A) : this(A).

% First the aims in their order, with all points where they have their place among them.
#maximize { 1@R,A : met(A), aim(A, R) }.
#maximize { 1@R,P,L : at(P, L), points(R) }.
% Then the fewest that wait or have unsure money, the least work, the fewest members, and the
% most that help each other.
#minimize { 1@4,X : in(X), waits(X) }.
#minimize { W@3,X : in(X), work(X, W) }.
#minimize { 1@2,X : in(X) }.
#maximize { 1@1,X,Y : in(X), in(Y), strengthens(X, Y) }.
#maximize { 1@-X : in(X) }.

#show in/1.
#defined candidate/1. #defined work/2. #defined money/2.
#defined must/1. #defined wants/2. #defined offers/2. #defined rival/2. #defined strengthens/2.
#defined most_members/1. #defined most_work/1. #defined most_money/1. #defined waits/1.
#defined gives/2. #defined aim/2. #defined level/3. #defined points/1.
#defined one_of_these/0. #defined this/1.
"""
