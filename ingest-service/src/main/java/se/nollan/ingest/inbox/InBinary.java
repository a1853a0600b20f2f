package se.nollan.ingest.inbox;

import io.quarkus.runtime.annotations.RegisterForProxy;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.security.AlgorithmParameterGenerator;
import java.security.AlgorithmParameters;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import javax.crypto.Cipher;
import javax.crypto.KeyAgreement;
import javax.crypto.KeyGenerator;
import javax.crypto.Mac;
import javax.crypto.SecretKeyFactory;
import org.apache.sshd.common.channel.ChannelListener;
import org.apache.sshd.common.forward.PortForwardingEventListener;
import org.apache.sshd.common.io.nio2.Nio2ServiceFactoryFactory;
import org.apache.sshd.common.session.SessionListener;
import org.apache.sshd.common.util.security.SunJCESecurityProviderRegistrar;
import org.apache.sshd.common.util.security.bouncycastle.BouncyCastleSecurityProviderRegistrar;
import org.apache.sshd.sftp.server.SftpEventListener;

/** What the library for SFTP finds by name, and a binary has only when it is told so. */
@RegisterForReflection(
        targets = {
            AlgorithmParameterGenerator.class,
            AlgorithmParameters.class,
            CertificateFactory.class,
            Cipher.class,
            KeyAgreement.class,
            KeyFactory.class,
            KeyGenerator.class,
            KeyPairGenerator.class,
            Mac.class,
            MessageDigest.class,
            SecretKeyFactory.class,
            Signature.class,
            Nio2ServiceFactoryFactory.class,
            SunJCESecurityProviderRegistrar.class,
            BouncyCastleSecurityProviderRegistrar.class
        },
        ignoreNested = false)
final class InBinary {
    private InBinary() {}

    @RegisterForProxy(targets = SessionListener.class)
    private static final class Sessions {}

    @RegisterForProxy(targets = ChannelListener.class)
    private static final class Channels {}

    @RegisterForProxy(targets = PortForwardingEventListener.class)
    private static final class Forwarding {}

    @RegisterForProxy(targets = SftpEventListener.class)
    private static final class Files {}
}
