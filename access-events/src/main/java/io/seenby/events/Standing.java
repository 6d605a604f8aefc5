package io.seenby.events;

import java.util.List;
import java.util.Optional;

/**
 * How somebody stands in the organisation from a moment on: the whole of it, not a difference.
 *
 * @param subject whom it is about; the envelope's actor is who entered it
 * @param teams all teams the subject is in
 * @param supervisor whom the subject answers to
 */
public record Standing(Actor subject, List<TeamRef> teams, Optional<ActorRef> supervisor) {}
