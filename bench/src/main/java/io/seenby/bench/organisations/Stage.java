package io.seenby.bench.organisations;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.SplittableRandom;
import java.util.function.IntPredicate;
import java.util.function.Supplier;

/** What every play needs: people, clients, moments, and the diary that it is written into. */
record Stage(House house, Volume volume, Facts facts, Diary diary, Casting casting, SplittableRandom random) {

    /** After so many tries whoever comes is taken. */
    private static final int MANY = 1_000;

    Reports reports() {
        return facts.reports();
    }

    /** A look, a print or an export, as they come. */
    void look(Instant at, int actor, int client, String kind, boolean violation) {
        int what = random.nextInt(10);
        int record = random.nextInt(8);
        act(at, actor, client, kind, violation, () -> switch (what) {
            case 0 -> reports().print(at, actor, client, record);
            case 1 -> reports().readSensitive(at, actor, client);
            default -> reports().read(at, actor, client, record);
        });
    }

    void act(Instant at, int actor, int client, String kind, boolean violation, Supplier<ObjectNode> report) {
        part(at, actor, client, kind, violation, "", report);
    }

    /** One of several reports that are one violation together. */
    void part(
            Instant at,
            int actor,
            int client,
            String kind,
            boolean violation,
            String episode,
            Supplier<ObjectNode> report) {
        Label label = new Label(kind, reports().actorId(actor), Reports.clientId(client), violation, episode);
        diary.access(at, report, label);
    }

    /** Looks one after the other, some minutes apart; the moment of the last one. */
    Instant looks(int times, Instant from, int actor, int client, String kind, boolean violation) {
        Instant at = from;
        for (int i = 0; i < times; i++) {
            at = at.plusSeconds(60 + random.nextInt(1_500));
            look(at, actor, client, kind, violation);
        }
        return at;
    }

    /** When somebody is at work, with so much of the time still to come. */
    Instant atWork(int actor, Duration before) {
        Instant last = volume.end().minus(before);
        while (true) {
            Instant at = volume.start().plusMillis(random.nextLong(volume.days() * 86_400_000L));
            int hour = (int) (at.getEpochSecond() / 3_600 % 24);
            if (house.onDuty(actor, hour) && !at.isAfter(last)) {
                return at;
            }
        }
    }

    Instant between(Instant from, Instant to) {
        return from.plusMillis(
                random.nextLong(Math.max(1, Duration.between(from, to).toMillis())));
    }

    /** At the end of the corpus everything is entered. */
    Instant atLatest(Instant at) {
        Instant last = volume.end().minusSeconds(60);
        return at.isAfter(last) ? last : at;
    }

    /** An ordinary client of another department whom the actor meets in no other play, where there are so many. */
    int stranger(int actor) {
        int client = House.client(random.nextInt(house.teams()), random.nextInt(House.STRANGERS));
        for (int tries = 0;
                !far(actor, client) || house.vip(client) || !casting.meet(actor, client) && tries < MANY;
                tries++) {
            client = House.client(random.nextInt(house.teams()), random.nextInt(House.STRANGERS));
        }
        return client;
    }

    /** A client in the public eye of another department. */
    int celebrity(int actor) {
        return farOne(actor, 4, house::vip);
    }

    /** A client of another department who has died. */
    int dead(int actor) {
        return farOne(actor, 9, house::deceased);
    }

    /** A client of another department who works here. */
    int colleague(int actor) {
        return farOne(actor, House.STRANGERS, client -> !House.hasOwn(actor) || client != house.own(actor));
    }

    private int farOne(int actor, int index, IntPredicate which) {
        while (true) {
            int client = House.client(random.nextInt(house.teams()), index);
            if (far(actor, client) && which.test(client)) {
                return client;
            }
        }
    }

    /** Of the actor's own team, one whom the actor is tied to and nobody is related with. */
    int ownClient(int actor) {
        while (true) {
            int client = House.client(House.teamOf(actor), random.nextInt(House.STRANGERS));
            if (house.mayLook(actor, client) && !house.vip(client) && !casting.mustKeepAway(actor, client)) {
                return client;
            }
        }
    }

    /** A client whom a whole team is tied to. */
    int teamClient(int team) {
        while (true) {
            int client = House.client(team, random.nextInt(House.STRANGERS));
            if (house.tiedByTeam(client)) {
                return client;
            }
        }
    }

    /** Another team of the same department. */
    int neighbour(int team) {
        int first = House.departmentOf(team) * House.TEAMS;
        return first + (team - first + 1 + random.nextInt(House.TEAMS - 1)) % House.TEAMS;
    }

    private static boolean far(int actor, int client) {
        return House.departmentOf(House.teamOf(actor)) != House.departmentOf(House.teamOfClient(client));
    }
}
