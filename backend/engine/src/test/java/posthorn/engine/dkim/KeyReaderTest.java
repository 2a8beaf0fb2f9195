package posthorn.engine.dkim;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.RSAKeyGenParameterSpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import posthorn.engine.dkim.DkimKey.Damaged;
import posthorn.engine.dkim.DkimKey.Problem;
import posthorn.engine.dkim.DkimKey.Rsa;

class KeyReaderTest {

    private static final String SEED =
            "MIGfMA0GCSqGSIb3DQEBAQUBB4GNADCBiQKBgQDWd7m0/outbPZPDp10SY8wpLKoHiNLiap6FvO3Ur0qHcMH"
                    + "mqZbKI1McugQNGttAeIPF4dAWiibtYvsZtgJrQMgTBY7gwuMUoSD23b/z9OoSExbi6PIO51/10Ja"
                    + "CpvHa4wE/Gs2CBucGsVBSIpmm0EgpwniaQ8nUad5lV6QcZq/wwIDAQAB";

    private static RSAPublicKey rsa(int bits) throws GeneralSecurityException {
        var generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(new RSAKeyGenParameterSpec(bits, RSAKeyGenParameterSpec.F4));
        return (RSAPublicKey) generator.generateKeyPair().getPublic();
    }

    private static String base64(byte[] octets) {
        return Base64.getEncoder().encodeToString(octets);
    }

    @ParameterizedTest
    @ValueSource(ints = {512, 1024, 1280})
    void readsWhatTheJdkWrites(int bits) throws GeneralSecurityException {
        var key = rsa(bits);

        var read = KeyReader.read("rsa", base64(key.getEncoded()));

        assertThat(read).isEqualTo(new Rsa(key.getModulus(), key.getPublicExponent(), false));
    }

    @Test
    void writesWhatTheJdkWrites() throws GeneralSecurityException {
        var key = rsa(1024);

        var written = RsaKeyReader.write(new Rsa(key.getModulus(), key.getPublicExponent(), true));

        assertThat(written).isEqualTo(key.getEncoded());
    }

    @Test
    void readsABareKey() throws GeneralSecurityException {
        var key = rsa(1024);
        var bare = Arrays.copyOfRange(key.getEncoded(), 22, key.getEncoded().length);

        assertThat(KeyReader.read("rsa", base64(bare)))
                .isEqualTo(new Rsa(key.getModulus(), key.getPublicExponent(), true));
    }

    @Test
    void findsTheChangedOctetOfThePrintedKey() {
        assertThat(KeyReader.read("rsa", SEED)).isEqualTo(new Damaged(Problem.DER, 17, 162));
    }

    @Test
    void readsThePrintedKeyOnceTheChangedLettersAreRight() {
        var key = KeyReader.read("rsa", SEED.replace("AQUBB4GN", "AQUAA4GN"));

        assertThat(key)
                .isInstanceOfSatisfying(Rsa.class, rsa -> assertThat(rsa.bits()).isEqualTo(1024));
    }

    @Test
    void tellsWhatIsWrongWithTheText() {
        assertThat(KeyReader.read("rsa", "MIGf\"MA0")).isEqualTo(new Damaged(Problem.QUOTES, 4, 0));
        assertThat(KeyReader.read("rsa", "MIGf*MA0")).isEqualTo(new Damaged(Problem.BASE64, 4, 0));
        assertThat(KeyReader.read("rsa", "MI=f")).isEqualTo(new Damaged(Problem.BASE64, 3, 0));
        assertThat(KeyReader.read("rsa", SEED.substring(0, 101)))
                .isEqualTo(new Damaged(Problem.CUT, 75, 75));
    }

    @Test
    void refusesOctetsBehindTheKey() throws GeneralSecurityException {
        var octets = rsa(1024).getEncoded();

        var read = KeyReader.read("rsa", base64(Arrays.copyOf(octets, octets.length + 3)));

        assertThat(read).isEqualTo(new Damaged(Problem.DER, 162, 165));
    }

    @Test
    void readsEd25519() throws GeneralSecurityException {
        var framed = KeyPairGenerator.getInstance("Ed25519").generateKeyPair().getPublic();
        var raw = base64(Arrays.copyOfRange(framed.getEncoded(), 12, 44));

        assertThat(KeyReader.read("ed25519", raw)).isEqualTo(new DkimKey.Ed25519(raw));
        assertThat(KeyReader.read("ed25519", base64(framed.getEncoded())))
                .isEqualTo(new DkimKey.WrongLength(44, raw));
        assertThat(KeyReader.read("rsa", base64(framed.getEncoded())))
                .isEqualTo(new Damaged(Problem.ALGORITHM, 4, 44));
    }

    @Test
    void knowsKeysThatTwoDomainsOfAFaultyLibraryCouldHave() {
        // p = k * M + (65537^a mod M), M the product of the primes up to 167: CVE-2017-15361.
        var modulus = roca(17).multiply(roca(23));

        assertThat(KeyWeakness.of(new Rsa(modulus, BigInteger.valueOf(65537), false), List.of()))
                .contains(KeyWeakness.ROCA);
    }

    private static BigInteger roca(int power) {
        var m = BigInteger.ONE;
        for (var p = BigInteger.TWO; p.intValue() <= 167; p = p.nextProbablePrime()) {
            m = m.multiply(p);
        }
        var rest = BigInteger.valueOf(65537).modPow(BigInteger.valueOf(power), m);
        var candidate = rest.add(m.shiftLeft(30));
        while (!candidate.isProbablePrime(20)) {
            candidate = candidate.add(m);
        }
        return candidate;
    }

    @Test
    void seesAPrimeThatTwoKeysShare() {
        var random = new SecureRandom();
        var shared = BigInteger.probablePrime(512, random);
        var f4 = BigInteger.valueOf(65537);
        var one = new Rsa(shared.multiply(BigInteger.probablePrime(512, random)), f4, false);
        var two = new Rsa(shared.multiply(BigInteger.probablePrime(512, random)), f4, false);

        assertThat(KeyWeakness.of(one, List.of(one, two))).contains(KeyWeakness.SHARED_PRIME);
        assertThat(KeyWeakness.of(one, List.of(one))).isEmpty();
    }
}
