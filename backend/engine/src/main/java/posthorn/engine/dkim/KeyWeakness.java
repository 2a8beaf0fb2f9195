package posthorn.engine.dkim;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/// A flaw of an RSA key that does not show in its length.
enum KeyWeakness {
    /// The public exponent is even or below 65537.
    EXPONENT,
    /// The primes have the form that a faulty library gave them (CVE-2017-15361).
    ROCA,
    /// Another key of the domain is made with one of the same primes.
    SHARED_PRIME;

    private static final BigInteger GENERATOR = BigInteger.valueOf(65537);

    /// Longer keys are not compared: hostile ones would take minutes.
    private static final int MAX_BITS = 4096;

    /// For each small prime, the remainders that powers of 65537 leave.
    private static final List<Remainders> REMAINDERS = remainders();

    private record Remainders(BigInteger prime, HashSet<BigInteger> powers) {

        boolean fit(BigInteger modulus) {
            return powers.contains(modulus.mod(prime));
        }
    }

    /// The flaw of a key, seen beside the other keys of its domain.
    static Optional<KeyWeakness> of(DkimKey.Rsa key, List<DkimKey.Rsa> others) {
        if (!key.exponent().testBit(0) || key.exponent().compareTo(GENERATOR) < 0) {
            return Optional.of(EXPONENT);
        }
        if (REMAINDERS.stream().allMatch(r -> r.fit(key.modulus()))) {
            return Optional.of(ROCA);
        }
        return others.stream().anyMatch(other -> sharesPrime(key, other))
                ? Optional.of(SHARED_PRIME)
                : Optional.empty();
    }

    private static boolean sharesPrime(DkimKey.Rsa key, DkimKey.Rsa other) {
        return Math.max(key.bits(), other.bits()) <= MAX_BITS
                && !key.modulus().equals(other.modulus())
                && !key.modulus().gcd(other.modulus()).equals(BigInteger.ONE);
    }

    private static List<Remainders> remainders() {
        var all = new ArrayList<Remainders>();
        var last = BigInteger.valueOf(167);
        for (var p = BigInteger.TWO; p.compareTo(last) <= 0; p = p.nextProbablePrime()) {
            var powers = new HashSet<BigInteger>();
            var power = BigInteger.ONE;
            while (powers.add(power)) {
                power = power.multiply(GENERATOR).mod(p);
            }
            all.add(new Remainders(p, powers));
        }
        return List.copyOf(all);
    }
}
