package io.seenby.local.demo;

import io.seenby.local.demo.Report.Person;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/** What goes wrong today. Each accident has another cast each day, because an alert is raised once a day per subject. */
final class Accidents {

    private final WorkingDay day;
    private final RandomGenerator random;

    Accidents(WorkingDay day, RandomGenerator random) {
        this.day = day;
        this.random = random;
    }

    void all() {
        curiousColleague(8);
        disclosureWithoutConsent(14);
        vipIsLookedUp(20);
        consentIsRevoked(26);
        breakGlass(34);
        familyMember(40);
        onCallNight(46);
        coverByATeam(50);
        wallIsCrossed(53);
        accessAfterDeparture(57);
    }

    /** A clerk opens matters of clients that the clerk has nothing to do with: the third one is too many. */
    private void curiousColleague(double at) {
        House house = House.LAW_FIRM;
        Person clerk = outsider(house, 1);
        for (int i = 0; i < 4; i++) {
            double second = at + i;
            day.play(
                    second,
                    house,
                    clerk.id() + " opens a matter of another team",
                    day.read(house, clerk, 1 + House.TEAMS * (2 + i), second));
        }
    }

    private void disclosureWithoutConsent(double at) {
        House house = House.HOSPITAL;
        day.play(
                at,
                house,
                "a discharge letter goes to an employer, without consent or legal basis",
                disclosure(house, anybody(house), 13, at, "employer-desk").with("channel", "e-mail"));
    }

    private void vipIsLookedUp(double at) {
        House house = House.HOSPITAL;
        Person nurse = outsider(house, 0);
        day.play(
                at,
                house,
                nurse.id() + " reads the record of a VIP patient of another ward",
                day.read(house, nurse, 0, at).record("lab-result", "lab-result-1", "psychotherapy"));
    }

    private void consentIsRevoked(double at) {
        House house = House.LAW_FIRM;
        String consent = "consent-" + day.moment(at).toEpochMilli();
        Person clerk = anybody(house);
        day.play(
                at,
                house,
                "",
                day.fact("consent-granted", at)
                        .about(house, List.of(8))
                        .with("consent", consent)
                        .with("recipients", List.of(Map.of("id", "accountant", "name", "The client's accountant"))));
        day.play(
                at + 1,
                house,
                "a contract goes to the client's accountant, with consent: no alert",
                disclosure(house, clerk, 8, at + 1, "accountant").with("consent", consent));
        day.play(
                at + 2,
                house,
                "the client revokes the consent",
                day.fact("consent-revoked", at + 2).about(house, List.of(8)).with("consent", consent));
        day.play(
                at + 4,
                house,
                "another contract goes out all the same",
                disclosure(house, clerk, 8, at + 4, "accountant").with("consent", consent));
    }

    private void breakGlass(double at) {
        House house = House.HOSPITAL;
        Person nurse = outsider(house, 0);
        day.play(
                at,
                house,
                nurse.id() + " breaks the glass on a VIP patient in an emergency",
                day.read(house, nurse, 0, at)
                        .with("breakGlass", true)
                        .with("purpose", "break-glass")
                        .with("justification", "Collapsed in the lobby, allergies unknown."));
    }

    /** A nurse of another team, and of the patient's own household. */
    private void familyMember(double at) {
        House house = House.HOSPITAL;
        Person nurse = outsider(house, 3);
        int relative = 3 + House.TEAMS * 3;
        Map<String, String> home = Map.of("surname", "surname-21", "household", "Mill Lane 9, Port Eden");
        Map<String, Object> subject = new HashMap<>(nurse.json());
        subject.put("tokens", home);
        day.play(
                at - 1,
                house,
                "",
                day.fact("client-registered", at - 1)
                        .about(house, List.of(relative))
                        .with("kind", "person")
                        .with("tokens", home));
        day.play(at - 1, house, "", day.fact("actor-changed", at - 1).with("subject", subject));
        day.play(at, house, nurse.id() + " looks up somebody of the family", day.read(house, nurse, relative, at));
    }

    /** First unexplained, then the appointment is entered: the finding closes with its explanation. */
    private void onCallNight(double at) {
        House house = House.HOSPITAL;
        Person nurse = outsider(house, 4);
        int client = 4 + House.TEAMS * 4;
        day.play(at, house, nurse.id() + " covers for a colleague", day.read(house, nurse, client, at));
        day.play(
                at + 8,
                house,
                "the cover is entered late and explains it",
                day.fact("relationship-established", at + 8)
                        .about(house, List.of(client))
                        .with("relationship", "cover-" + day.moment(at).toEpochMilli())
                        .with("kind", "appointment")
                        .with("from", day.moment(at).minus(Duration.ofHours(1)).toString())
                        .with("until", day.moment(at).plus(Duration.ofHours(8)).toString())
                        .with("members", List.of(nurse.json())));
    }

    /** A whole team is tied to another's patients, and each of its members with it. */
    private void coverByATeam(double at) {
        House house = House.HOSPITAL;
        day.play(
                at,
                house,
                "",
                day.fact("relationship-established", at)
                        .with("type", "seenby.relationship-established.v2")
                        .about(house, house.clientsOf(5))
                        .with("relationship", "night-cover")
                        .with("kind", "care-team")
                        .with("teams", List.of(house.teamName(2))));
        day.play(
                at + 1,
                house,
                "a nurse of the night cover reads a record, explained by the team: no alert",
                day.read(house, day.pick(house.team(2)), 5, at + 1));
    }

    /** The clerk is on the matter's own team, and has worked for the other side before. */
    private void wallIsCrossed(double at) {
        House house = House.LAW_FIRM;
        Person clerk = day.pick(house.team(1));
        int client = 1 + House.TEAMS * 9;
        day.play(
                at,
                house,
                "",
                day.fact("wall-raised", at)
                        .about(house, List.of(client))
                        .with("wall", "wall-" + day.moment(at).toEpochMilli())
                        .with("members", List.of(clerk.json()))
                        .with("until", day.moment(at + 3).toString()));
        day.play(
                at + 1,
                house,
                clerk.id() + " opens a matter behind an ethical wall",
                day.read(house, clerk, client, at + 1));
    }

    private void accessAfterDeparture(double at) {
        House house = House.LAW_FIRM;
        Person former = house.actor(House.ACTORS + random.nextInt(60));
        day.play(at, house, "", day.standing(former, at));
        day.play(
                at + 1,
                house,
                former.id() + " leaves the firm",
                day.fact("actor-left", at + 1).with("subject", former.json()));
        day.play(at + 2, house, former.id() + " still has a password that works", day.read(house, former, 2, at + 2));
    }

    private Report disclosure(House house, Person actor, int client, double at, String recipient) {
        return day.at("information-disclosed", at)
                .by(actor)
                .about(house, List.of(client))
                .record(house.recordTypes().get(2), "record-" + client)
                .with("recipient", Map.of("id", recipient, "name", "Recipient " + recipient, "kind", "organisation"))
                .with("channel", "electronic")
                .with("secured", true)
                .with("what", "A copy of the record.")
                .with("statement", "The recipient asked for it.");
    }

    private Person anybody(House house) {
        return house.actor(random.nextInt(House.ACTORS));
    }

    /** Somebody of any team but {@code team}. */
    private Person outsider(House house, int team) {
        int other = (team + 1 + random.nextInt(House.TEAMS - 1)) % House.TEAMS;
        return day.pick(house.team(other));
    }
}
