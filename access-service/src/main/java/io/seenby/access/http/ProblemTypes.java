package io.seenby.access.http;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemContext;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemPostProcessor;
import io.seenby.access.problem.ProblemType;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.Arrays;
import java.util.Optional;

/** Gives the problems that the framework makes (no token, no such path) our types, and takes away what they quote. */
@ApplicationScoped
class ProblemTypes implements ProblemPostProcessor {

    @Override
    public HttpProblem apply(HttpProblem problem, ProblemContext context) {
        Optional<ProblemType> known = Arrays.stream(ProblemType.values())
                .filter(type -> type.status() == problem.getStatusCode())
                .findFirst();
        return known.map(type -> HttpProblem.builder(problem)
                        .withType(URI.create(type.urn()))
                        .withTitle(type.title())
                        .withDetail(type.title() + ".")
                        .withInstance(null)
                        .build())
                .orElse(problem);
    }
}
