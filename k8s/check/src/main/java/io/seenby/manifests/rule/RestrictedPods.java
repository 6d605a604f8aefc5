package io.seenby.manifests.rule;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.PodSecurityContext;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.SecurityContext;
import io.seenby.manifests.model.Cluster;
import io.seenby.manifests.model.Workload;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * The profile "restricted" of the Pod Security Standards, and more: a root file system that nobody writes to, and no token
 * for the API of Kubernetes.
 */
final class RestrictedPods implements Rule {

    @Override
    public List<String> broken(Cluster cluster) {
        List<String> broken = new ArrayList<>();
        for (Workload workload : cluster.workloads()) {
            podFaults(workload.spec()).forEach(fault -> broken.add(workload.label() + " " + fault + "."));
            workload.containers()
                    .forEach(container -> faults(container)
                            .forEach(fault ->
                                    broken.add(workload.label() + "/" + container.getName() + " " + fault + ".")));
        }
        return broken;
    }

    private static List<String> podFaults(PodSpec pod) {
        List<String> faults = new ArrayList<>();
        PodSecurityContext security = Objects.requireNonNullElseGet(pod.getSecurityContext(), PodSecurityContext::new);
        if (!Boolean.TRUE.equals(security.getRunAsNonRoot())
                || security.getRunAsUser() == null
                || security.getRunAsUser() == 0) {
            faults.add("may run as root");
        }
        if (security.getSeccompProfile() == null
                || !"RuntimeDefault".equals(security.getSeccompProfile().getType())) {
            faults.add("has no seccomp profile");
        }
        if (!Boolean.FALSE.equals(pod.getAutomountServiceAccountToken())) {
            faults.add("carries a token for the API of Kubernetes");
        }
        if (Boolean.TRUE.equals(pod.getHostNetwork())
                || Boolean.TRUE.equals(pod.getHostPID())
                || Boolean.TRUE.equals(pod.getHostIPC())) {
            faults.add("shares the network or the processes of its host");
        }
        if (pod.getVolumes().stream().anyMatch(volume -> volume.getHostPath() != null)) {
            faults.add("mounts a folder of its host");
        }
        return faults;
    }

    private static List<String> faults(Container container) {
        List<String> faults = new ArrayList<>();
        SecurityContext security = Objects.requireNonNullElseGet(container.getSecurityContext(), SecurityContext::new);
        if (!Boolean.TRUE.equals(security.getReadOnlyRootFilesystem())) {
            faults.add("may write to its root file system");
        }
        if (!Boolean.FALSE.equals(security.getAllowPrivilegeEscalation())
                || Boolean.TRUE.equals(security.getPrivileged())) {
            faults.add("may gain privileges");
        }
        if (security.getCapabilities() == null
                || !security.getCapabilities().getDrop().contains("ALL")
                || !security.getCapabilities().getAdd().isEmpty()) {
            faults.add("keeps capabilities");
        }
        if (Boolean.FALSE.equals(security.getRunAsNonRoot()) || Long.valueOf(0).equals(security.getRunAsUser())) {
            faults.add("runs as root");
        }
        return faults;
    }
}
