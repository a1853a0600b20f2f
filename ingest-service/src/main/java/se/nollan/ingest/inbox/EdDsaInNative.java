package se.nollan.ingest.inbox;

import com.oracle.svm.core.annotate.Substitute;
import com.oracle.svm.core.annotate.TargetClass;
import java.security.Provider;
import java.util.Optional;
import org.apache.sshd.common.util.security.eddsa.generic.EdDSASupport;

/** The library for SFTP would also take Ed25519 from a library that is not here; a native binary is not built with such a thing in it. */
@TargetClass(className = "org.apache.sshd.common.util.security.eddsa.EdDSASecurityProviderRegistrar")
final class EdDsaInNative {

    private EdDsaInNative() {}

    @Substitute
    public boolean isSupported() {
        return false;
    }

    @Substitute
    public Provider getSecurityProvider() {
        throw new UnsupportedOperationException();
    }

    @Substitute
    public Optional<EdDSASupport<?, ?>> getEdDSASupport() {
        return Optional.empty();
    }
}
