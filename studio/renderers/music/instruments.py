"""The instruments of the studio, by name."""

from studio.renderers.music.tones import Voice

_BELL = (1.0, 2.76, 5.4, 8.93, 11.34)
INSTRUMENTS: dict[str, Voice] = {
    # keys
    "piano": Voice(
        rolloff=1.25, cut=3600, decay_s=2.6, tilt=0.22, detune=(-0.9, 0.9), stereo=0.3,
        noise=0.05, noise_s=0.012, stretch=0.00035, pluck=0.13, release_s=0.16, partials=28,
        open=7000, sweep_s=0.15,
    ),
    "felt piano": Voice(
        rolloff=1.6, cut=1500, decay_s=2.2, tilt=0.3, detune=(-1.4, 1.4), stereo=0.4,
        noise=0.1, noise_s=0.02, noise_hz=1200, stretch=0.0003, release_s=0.3, partials=18,
        attack_s=0.012,
    ),
    "rhodes": Voice(
        ratios=(1, 2, 3, 4, 7.03, 14.1), strengths=(1, 0.34, 0.1, 0.05, 0.06, 0.05), cut=6000,
        decay_s=1.8, tilt=0.35, stereo=0.5, release_s=0.12, attack_s=0.006,
    ),
    "organ": Voice(
        ratios=(0.5, 1, 1.498, 2, 3, 4, 6, 8), strengths=(0.6, 1, 0.5, 0.7, 0.4, 0.3, 0.12, 0.15),
        cut=5000, vibrato=14, vibrato_hz=6.4, stereo=0.6, noise=0.05, noise_s=0.01, attack_s=0.008,
    ),
    "harpsichord": Voice(
        rolloff=0.75, cut=6500, decay_s=1.1, tilt=0.1, pluck=0.09, noise=0.1, noise_s=0.006,
    ),
    # plucked
    "nylon guitar": Voice(
        rolloff=1.25, cut=2400, decay_s=1.1, tilt=0.25, pluck=0.19, noise=0.12, noise_s=0.008,
        noise_hz=1800, release_s=0.12, open=5000, sweep_s=0.06,
    ),
    "steel guitar": Voice(
        rolloff=1.0, cut=3600, decay_s=1.5, tilt=0.16, pluck=0.16, noise=0.12, noise_s=0.006,
        detune=(-1.5, 1.5), stereo=0.3, release_s=0.12, open=8000, sweep_s=0.07,
    ),
    "clean guitar": Voice(
        rolloff=1.0, cut=2800, decay_s=1.2, tilt=0.12, pluck=0.22, stereo=0.3, detune=(-2.0, 2.0),
        noise=0.05, noise_s=0.005, release_s=0.05, drive=0.7, cabinet_hz=6000,
    ),
    "muted guitar": Voice(
        rolloff=0.9, cut=2600, decay_s=0.14, tilt=0.1, pluck=0.2, noise=0.2, noise_s=0.006,
        release_s=0.02, cabinet_hz=5500,
    ),
    "power guitar": Voice(
        rolloff=0.8, cut=5000, decay_s=6, pluck=0.17, drive=4.0, cabinet_hz=4800,
        stack=(0, 7, 12), detune=(-3.0, 3.0), stereo=0.8, release_s=0.03, partials=24,
    ),
    "lead guitar": Voice(
        rolloff=0.9, cut=4500, decay_s=6, pluck=0.2, drive=3.2, cabinet_hz=5200, vibrato=22,
        vibrato_hz=5.6, release_s=0.06,
    ),
    "banjo": Voice(
        rolloff=0.7, cut=5200, decay_s=0.35, tilt=0.12, pluck=0.12, noise=0.25, noise_s=0.01,
        noise_hz=900, release_s=0.03,
    ),
    "harp": Voice(
        rolloff=1.4, cut=3000, decay_s=1.7, tilt=0.2, pluck=0.28, stereo=0.3, detune=(-1.0, 1.0),
        release_s=0.4,
    ),
    "ukulele": Voice(
        rolloff=1.2, cut=2800, decay_s=0.5, tilt=0.2, pluck=0.25, noise=0.1, noise_s=0.006,
        release_s=0.06,
    ),
    # struck
    "bells": Voice(
        ratios=_BELL, strengths=(1, 0.5, 0.3, 0.16, 0.1), cut=9000, decay_s=1.5, tilt=0.5,
        stereo=0.3, release_s=0.5,
    ),
    "marimba": Voice(
        ratios=(1, 3.93, 9.2), strengths=(1, 0.26, 0.07), cut=6000, decay_s=0.34, tilt=0.9,
        noise=0.12, noise_s=0.006, noise_hz=1500,
    ),
    "music box": Voice(
        ratios=(1, 2.0, 4.1, 6.3), strengths=(1, 0.2, 0.2, 0.1), cut=9000, decay_s=0.8, tilt=0.5,
        noise=0.08, noise_s=0.004, release_s=0.3, shift=12,
    ),
    "steel pan": Voice(
        ratios=(1, 2.01, 3.02, 4.1), strengths=(1, 0.7, 0.35, 0.15), cut=5000, decay_s=0.6,
        tilt=0.3, noise=0.06, noise_s=0.008, vibrato=8,
    ),
    # bowed and blown
    "strings": Voice(
        rolloff=1.05, cut=2600, detune=(-9.0, -3.0, 4.0, 10.0), stereo=1.0, attack_s=0.13,
        release_s=0.4, vibrato=9, partials=28, noise=0.02, noise_s=0, noise_hz=4000,
    ),
    "staccato strings": Voice(
        rolloff=1.0, cut=3400, detune=(-7.0, 0.0, 7.0), stereo=0.8, attack_s=0.012, decay_s=0.22,
        release_s=0.08, partials=28, noise=0.08, noise_s=0.03,
    ),
    "fiddle": Voice(
        rolloff=0.95, cut=3800, attack_s=0.05, release_s=0.1, vibrato=24, noise=0.04, noise_s=0,
        noise_hz=5000, partials=32,
    ),
    "cello": Voice(
        rolloff=1.05, cut=1900, attack_s=0.08, release_s=0.18, vibrato=20, detune=(-3.0, 3.0),
        stereo=0.4, noise=0.03, noise_s=0, partials=32,
    ),
    "brass": Voice(
        rolloff=0.9, cut=2000, open=700, sweep_s=0.09, detune=(-5.0, 1.0, 6.0), stereo=0.6,
        attack_s=0.04, release_s=0.1, partials=32, vibrato=8,
    ),
    "horns": Voice(
        rolloff=1.2, cut=1100, detune=(-4.0, 4.0), stereo=0.7, attack_s=0.09, release_s=0.25,
        partials=24, vibrato=6,
    ),
    "trumpet": Voice(
        rolloff=0.85, cut=2600, attack_s=0.03, release_s=0.07, vibrato=18, partials=28,
        noise=0.03, noise_s=0.03,
    ),
    "muted trumpet": Voice(
        rolloff=0.5, cut=3400, attack_s=0.025, release_s=0.06, vibrato=18, even=0.7, partials=20,
    ),
    "sax": Voice(
        rolloff=0.8, cut=2100, attack_s=0.035, release_s=0.08, vibrato=26, vibrato_hz=5.0,
        noise=0.08, noise_s=0, noise_hz=2500, even=0.8, partials=24,
    ),
    "flute": Voice(
        rolloff=1.9, cut=3600, attack_s=0.05, release_s=0.09, vibrato=22, noise=0.12, noise_s=0,
        noise_hz=3200, partials=8,
    ),
    "whistle": Voice(
        rolloff=2.6, cut=5000, attack_s=0.03, release_s=0.06, vibrato=18, noise=0.06, noise_s=0,
        noise_hz=4500, partials=4,
    ),
    "clarinet": Voice(
        rolloff=0.95, even=0.12, cut=2400, attack_s=0.03, release_s=0.07, vibrato=8, noise=0.03,
        noise_s=0, partials=20,
    ),
    "melodica": Voice(
        rolloff=0.75, even=0.6, cut=2800, attack_s=0.025, release_s=0.05, vibrato=10, partials=20,
    ),
    # sung
    "voice": Voice(
        rolloff=0.85, cut=4200, sings=True, attack_s=0.04, release_s=0.09, vibrato=30,
        vibrato_hz=5.4, noise=0.03, noise_s=0, noise_hz=2600, detune=(-3.0, 3.0), stereo=0.2,
        partials=40,
    ),
    "choir": Voice(
        rolloff=1.0, cut=3200, sings=True, attack_s=0.25, release_s=0.5, vibrato=16, noise=0.05,
        noise_s=0, detune=(-12.0, -4.0, 5.0, 13.0), stereo=1.0, partials=28,
    ),
    # synthesizers
    "warm pad": Voice(
        rolloff=1.1, cut=1300, detune=(-11.0, -4.0, 5.0, 12.0), stereo=1.0, attack_s=0.3,
        release_s=0.6, partials=24,
    ),
    "glass pad": Voice(
        ratios=(1, 2, 3.01, 4.98, 7.1), strengths=(1, 0.4, 0.2, 0.14, 0.06), cut=5000,
        detune=(-8.0, 7.0), stereo=1.0, attack_s=0.6, release_s=1.2, noise=0.04, noise_s=0,
    ),
    "eighties pad": Voice(
        rolloff=0.95, cut=2200, detune=(-14.0, -6.0, 6.0, 14.0), stereo=1.0, attack_s=0.08,
        release_s=0.4, partials=28, open=5000, sweep_s=0.4,
    ),
    "supersaw": Voice(
        rolloff=0.95, cut=5500, detune=(-19.0, -11.0, -4.0, 4.0, 11.0, 19.0), stereo=1.0,
        attack_s=0.006, release_s=0.08, partials=30,
    ),
    "synth pluck": Voice(
        rolloff=0.95, cut=900, open=6500, sweep_s=0.11, decay_s=0.35, detune=(-6.0, 6.0),
        stereo=0.7, release_s=0.08, partials=30,
    ),
    "synth stab": Voice(
        rolloff=0.95, cut=1500, open=5000, sweep_s=0.09, decay_s=0.4, detune=(-8.0, 0.0, 8.0),
        stereo=0.8, release_s=0.05, partials=28,
    ),
    "synth lead": Voice(
        rolloff=0.9, cut=4200, detune=(-6.0, 6.0), stereo=0.4, attack_s=0.006, release_s=0.07,
        vibrato=14, partials=36,
    ),
    "square lead": Voice(rolloff=1.0, even=0.0, cut=9000, attack_s=0.002, release_s=0.015, partials=60),
    "pulse lead": Voice(
        rolloff=1.0, pluck=0.25, cut=9000, attack_s=0.002, release_s=0.015, partials=60, vibrato=10,
    ),
    "chip arp": Voice(
        rolloff=1.0, pluck=0.125, cut=9000, attack_s=0.002, release_s=0.01, decay_s=0.25, partials=60,
    ),
    # basses
    "triangle bass": Voice(rolloff=2.0, even=0.0, cut=9000, attack_s=0.002, release_s=0.01, partials=24),
    "electric bass": Voice(
        rolloff=1.15, cut=900, decay_s=1.6, tilt=0.1, pluck=0.2, open=2600, sweep_s=0.06,
        noise=0.06, noise_s=0.006, noise_hz=1500, release_s=0.05, follow=0.3,
    ),
    "picked bass": Voice(
        rolloff=0.95, cut=1500, decay_s=1.4, tilt=0.06, pluck=0.14, open=3800, sweep_s=0.05,
        release_s=0.03, follow=0.2, drive=1.2,
    ),
    "upright bass": Voice(
        rolloff=1.5, cut=650, decay_s=0.9, tilt=0.2, pluck=0.3, noise=0.14, noise_s=0.012,
        noise_hz=700, open=1800, sweep_s=0.04, release_s=0.07, follow=0.3,
    ),
    "slap bass": Voice(
        rolloff=0.9, cut=900, decay_s=0.9, tilt=0.1, pluck=0.1, open=5200, sweep_s=0.05,
        noise=0.16, noise_s=0.005, noise_hz=3000, release_s=0.03, follow=0.2,
    ),
    "saw bass": Voice(
        rolloff=1.0, cut=420, open=2200, sweep_s=0.1, detune=(-5.0, 5.0), attack_s=0.003,
        release_s=0.03, follow=0.2,
    ),
    "acid bass": Voice(
        rolloff=1.0, cut=500, open=3400, sweep_s=0.07, decay_s=0.5, attack_s=0.002, release_s=0.02,
        drive=1.8, follow=0.1,
    ),
    "reese bass": Voice(
        rolloff=1.0, cut=650, detune=(-18.0, -6.0, 7.0, 19.0), attack_s=0.006, release_s=0.04,
        follow=0.1, drive=1.0,
    ),
    "sub bass": Voice(rolloff=2.4, cut=300, attack_s=0.008, release_s=0.05, drive=0.9, partials=6),
    "deep 808": Voice(
        rolloff=2.6, cut=240, decay_s=0.7, attack_s=0.003, release_s=0.06, drive=1.4, noise=0.1,
        noise_s=0.004, partials=5,
    ),
    "tuba": Voice(rolloff=1.3, cut=600, attack_s=0.03, release_s=0.08, partials=16, noise=0.03, noise_s=0.05),
    "double basses": Voice(
        rolloff=1.15, cut=900, detune=(-5.0, 5.0), stereo=0.5, attack_s=0.1, release_s=0.3,
        partials=24,
    ),
}  # fmt: skip
