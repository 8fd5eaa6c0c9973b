"""Speech: written words said aloud by eSpeak NG, a formant synthesizer, where it is installed.

The engine is an optional dependency under the GNU GPL v3; it runs as a program of its own (`engine`), and everything
around it (who speaks, how, in which language, how it is finished) is here. Without it speech is refused.
"""
