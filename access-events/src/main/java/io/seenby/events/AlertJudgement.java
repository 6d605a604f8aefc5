package io.seenby.events;

/** What somebody who has looked into an alert thinks of what it shows. */
public enum AlertJudgement implements WireCode {
    /** Nobody did anything wrong: the rule was wrong, or lacked a fact. */
    APPROPRIATE("appropriate"),
    /** Somebody did what they must not do: the rule was right. */
    VIOLATION("violation"),
    /** Nobody broke a rule of the house, but the house should have one: it counts neither for nor against the actor. */
    POLICY_GAP("policy-gap");

    private final String wire;

    AlertJudgement(String wire) {
        this.wire = wire;
    }

    @Override
    public String wire() {
        return wire;
    }
}
