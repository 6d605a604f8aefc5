package io.seenby.bench.organisations;

import java.util.stream.IntStream;

/**
 * Who works there and for whom, all of it a function of numbers: nothing is kept, however large it is. Teams of six, led by
 * the first of them, have thirty clients each; four teams are a department, led by the leader of its first team.
 *
 * <p>The last eight clients of a team belong to people of the {@linkplain #opposite opposite} team: two are themselves
 * on that team, six are its relatives. The two before them live in the streets of two of that team.
 *
 * @param teams a multiple of eight
 */
record House(Kind kind, long seed, int teams) {
    static final int TEAM = 6;
    static final int TEAMS = 4;
    static final int CLIENTS = 30;

    /** Those of a team's clients who are nobody's relatives. */
    static final int STRANGERS = 22;

    private static final int OWN = 2;
    private static final int NEIGHBOURS = 2;

    House {
        if (teams < 2 * TEAMS || teams % (2 * TEAMS) != 0) {
            throw new IllegalArgumentException("departments come in pairs of eight teams, not " + teams);
        }
    }

    /** One in which everybody has as much to do as is usual. */
    static House ofVolume(Kind kind, long seed, long accesses, int days) {
        long actors = accesses / days / kind.pace().accessesADay();
        long pairs = Math.max(1, Math.round((double) actors / (TEAM * TEAMS * 2)));
        return new House(kind, seed, Math.toIntExact(pairs * TEAMS * 2));
    }

    int actors() {
        return teams * TEAM;
    }

    int clients() {
        return teams * CLIENTS;
    }

    static int teamOf(int actor) {
        return actor / TEAM;
    }

    static int place(int actor) {
        return actor % TEAM;
    }

    static int departmentOf(int team) {
        return team / TEAMS;
    }

    static int teamOfClient(int client) {
        return client / CLIENTS;
    }

    static int member(int team, int place) {
        return team * TEAM + place;
    }

    static int client(int team, int index) {
        return team * CLIENTS + index;
    }

    /** Of another department, always. */
    int opposite(int team) {
        return (team + teams / 2) % teams;
    }

    static int leaderOf(int team) {
        return member(team, 0);
    }

    static int headOf(int team) {
        return leaderOf(departmentOf(team) * TEAMS);
    }

    /** Whom somebody answers to; the head of a department to nobody, which is said by their own number. */
    static int supervisor(int actor) {
        return place(actor) == 0 ? headOf(teamOf(actor)) : leaderOf(teamOf(actor));
    }

    /** The whole team may look; otherwise only {@link #mayLook three of it}. */
    boolean tiedByTeam(int client) {
        return client % CLIENTS == 1
                || Long.remainderUnsigned(Home.mix(seed + client), 100)
                        < kind.pace().byTeam();
    }

    /** Whether somebody of the client's team is tied to the client. */
    boolean mayLook(int actor, int client) {
        return tiedByTeam(client) || (place(actor) + TEAM - client % TEAM) % TEAM < 3;
    }

    boolean vip(int client) {
        return client % CLIENTS == 4 && teamOfClient(client) % 3 == 0;
    }

    /** A client who has died. */
    boolean deceased(int client) {
        return client % CLIENTS == 9 && teamOfClient(client) % 3 == 1;
    }

    /** A client who works here. */
    static boolean employee(int client) {
        return client % CLIENTS >= STRANGERS && client % CLIENTS < STRANGERS + OWN;
    }

    /** The actor's own record as a client; only the first and the fourth of a team have one. */
    int own(int actor) {
        if (!hasOwn(actor)) {
            throw new IllegalArgumentException(actor + " is no client");
        }
        return client(opposite(teamOf(actor)), STRANGERS + place(actor) / 3);
    }

    static boolean hasOwn(int actor) {
        return place(actor) % 3 == 0;
    }

    static boolean hasNeighbour(int actor) {
        return place(actor) >= TEAM - NEIGHBOURS;
    }

    /** Somebody of the actor's street; only the last two of a team have one among the clients. */
    int neighbour(int actor) {
        if (!hasNeighbour(actor)) {
            throw new IllegalArgumentException(actor + " has no client for a neighbour");
        }
        return client(opposite(teamOf(actor)), STRANGERS - TEAM + place(actor));
    }

    int relative(int actor) {
        return client(opposite(teamOf(actor)), STRANGERS + OWN + place(actor));
    }

    Home homeOf(int actor) {
        return Home.of(seed, clients() + actor);
    }

    Home homeOfClient(int client) {
        int index = client % CLIENTS;
        int theirs = opposite(teamOfClient(client));
        if (index < STRANGERS) {
            Home home = Home.of(seed, client);
            return index < STRANGERS - NEIGHBOURS
                    ? home
                    : home.at(homeOf(member(theirs, index - STRANGERS + TEAM)).street(), client);
        }
        return index < STRANGERS + OWN
                ? homeOf(member(theirs, (index - STRANGERS) * 3))
                : homeOfRelative(member(theirs, index - STRANGERS - OWN), client);
    }

    private Home homeOfRelative(int actor, int client) {
        Home home = homeOf(actor);
        return switch (Kinship.of(actor)) {
            case HOUSEHOLD -> home;
            case STREET -> home.at(home.street(), client);
            case SURNAME -> home.at("street-far-away", client);
        };
    }

    /** What an actor shares with the relative. */
    enum Kinship {
        HOUSEHOLD,
        STREET,
        SURNAME;

        static Kinship of(int actor) {
            return values()[actor % 3];
        }
    }

    /** Whether somebody is at work in an hour of the day (UTC). */
    boolean onDuty(int actor, int hour) {
        int place = place(actor);
        if (!kind.pace().roundTheClock()) {
            return hour >= 8 + place % 2 && hour < 17 + place % 3;
        }
        return switch (place) {
            case 0, 1, 2 -> hour >= 6 && hour < 15;
            case 3, 4 -> hour >= 14 && hour < 22;
            default -> hour >= 21 || hour < 7;
        };
    }

    /** Those at work in an hour; nobody, where the house is closed. */
    int[] onDuty(int hour) {
        return IntStream.range(0, actors()).filter(actor -> onDuty(actor, hour)).toArray();
    }
}
