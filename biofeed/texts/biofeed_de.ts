<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name></name>
    <message>
        <source>biofeed: clinician</source>
        <translation>biofeed: Fachperson</translation>
    </message>
    <message>
        <source>The session is being prepared.</source>
        <translation>Die Sitzung wird vorbereitet.</translation>
    </message>
    <message>
        <source>arrive</source>
        <translation>ankommen</translation>
    </message>
    <message>
        <source>calibrate</source>
        <translation>kalibrieren</translation>
    </message>
    <message>
        <source>activate</source>
        <translation>steigen</translation>
    </message>
    <message>
        <source>settle</source>
        <translation>zurückkommen</translation>
    </message>
    <message>
        <source>settle</source>
        <comment>in a narrow row</comment>
        <translation>zurück</translation>
    </message>
    <message>
        <source>rest</source>
        <translation>ruhen</translation>
    </message>
    <message>
        <source>probe</source>
        <translation>Probe</translation>
    </message>
    <message>
        <source>close</source>
        <translation>Abschluss</translation>
    </message>
    <message>
        <source>being asked</source>
        <translation>wird gefragt</translation>
    </message>
    <message>
        <source>held</source>
        <translation>gehalten</translation>
    </message>
    <message>
        <source>paused by the heart rate</source>
        <translation>angehalten durch die Herzfrequenz</translation>
    </message>
    <message>
        <source>full</source>
        <translation>voll</translation>
    </message>
    <message>
        <source>sparse</source>
        <translation>wenig</translation>
    </message>
    <message>
        <source>blind</source>
        <translation>blind</translation>
    </message>
    <message>
        <source>round {number} of {count}</source>
        <translation>Runde {number}/{count}</translation>
    </message>
    <message>
        <source>least time between activations</source>
        <translation>Mindestzeit zwischen Aktivierungen</translation>
    </message>
    <message>
        <source>waiting for the heart to come down</source>
        <translation>wartet, bis das Herz ruhiger ist</translation>
    </message>
    <message>
        <source>closes in {left}</source>
        <translation>endet in {left}</translation>
    </message>
    <message>
        <source>learning the rest anew</source>
        <translation>erfasst die Ruhe neu</translation>
    </message>
    <message>
        <source>closing early</source>
        <translation>endet früher</translation>
    </message>
    <message>
        <source>next: {phase}</source>
        <translation>dann: {phase}</translation>
    </message>
    <message>
        <source>the last phase</source>
        <translation>die letzte Phase</translation>
    </message>
    <message>
        <source>no script: until it is stopped</source>
        <translation>kein Ablauf: bis zum Stopp</translation>
    </message>
    <message>
        <source>phases: what was, what is, what comes</source>
        <translation>Phasen: was war, was ist, was kommt</translation>
    </message>
    <message>
        <source>{left} left</source>
        <translation>noch {left}</translation>
    </message>
    <message>
        <source>open</source>
        <translation>offen</translation>
    </message>
    <message>
        <source>signal good</source>
        <translation>Signal gut</translation>
    </message>
    <message>
        <source>signal fair</source>
        <translation>Signal mäßig</translation>
    </message>
    <message>
        <source>signal poor</source>
        <translation>Signal unzureichend</translation>
    </message>
    <message>
        <source>no signal</source>
        <translation>kein Signal</translation>
    </message>
    <message>
        <source>{quality}, {share:.0f} % accepted</source>
        <translation>{quality}, {share:.0f} % verwendet</translation>
    </message>
    <message>
        <source>searching {age}</source>
        <translation>Suche {age}</translation>
    </message>
    <message>
        <source>connecting {age}</source>
        <translation>Verbindungsaufbau {age}</translation>
    </message>
    <message>
        <source>silent {age}</source>
        <translation>still {age}</translation>
    </message>
    <message>
        <source>link lost {age}</source>
        <translation>Verbindung weg {age}</translation>
    </message>
    <message>
        <source>link closed</source>
        <translation>Verbindung beendet</translation>
    </message>
    <message>
        <source>no strap</source>
        <translation>kein Gurt</translation>
    </message>
    <message>
        <source>no beat yet</source>
        <translation>noch kein Schlag</translation>
    </message>
    <message>
        <source>battery {pct} %</source>
        <translation>Batterie {pct} %</translation>
    </message>
    <message>
        <source>battery not told</source>
        <translation>Batterie unbekannt</translation>
    </message>
    <message>
        <source>not recorded</source>
        <translation>nicht aufgezeichnet</translation>
    </message>
    <message>
        <source>recording</source>
        <translation>zeichnet auf</translation>
    </message>
    <message>
        <source>kept in memory: the disk does not take it</source>
        <translation>im Speicher: die Festplatte nimmt nichts an</translation>
    </message>
    <message>
        <source>recorded</source>
        <translation>aufgezeichnet</translation>
    </message>
    <message>
        <source>replay {speed}×</source>
        <translation>Wiedergabe {speed}×</translation>
    </message>
    <message>
        <source>replay, paused</source>
        <translation>Wiedergabe, angehalten</translation>
    </message>
    <message>
        <source>nothing new for {age:.0f} s</source>
        <translation>seit {age:.0f} s nichts Neues</translation>
    </message>
    <message>
        <source>no skin contact</source>
        <translation>kein Hautkontakt</translation>
    </message>
    <message>
        <source>the session is over</source>
        <translation>die Sitzung ist beendet</translation>
    </message>
    <message>
        <source>session {time}</source>
        <translation>Sitzung {time}</translation>
    </message>
    <message>
        <source>activation, relative to own rest</source>
        <translation>Aktivierung über der eigenen Ruhe</translation>
    </message>
    <message>
        <source>z  ·  line: tracked rest  ·  dots: rest as calibrated</source>
        <translation>z  ·  Linie: mitgeführte Ruhe  ·  Punkte: kalibrierte Ruhe</translation>
    </message>
    <message>
        <source>The rest is not learned yet: nothing to compare with.</source>
        <translation>Die Ruhe ist noch nicht erfasst: nichts zum Vergleichen.</translation>
    </message>
    <message>
        <source>RR intervals</source>
        <translation>RR-Abstände</translation>
    </message>
    <message>
        <source>No beats in view.</source>
        <translation>Keine Schläge im Bild.</translation>
    </message>
    <message>
        <source>heart rate</source>
        <comment>a quantity</comment>
        <translation>Herzfrequenz</translation>
    </message>
    <message>
        <source>bpm  ·  30 s mean</source>
        <translation>/min  ·  Mittel über 30 s</translation>
    </message>
    <message>
        <source>arrive</source>
        <comment>in a narrow row</comment>
        <translation>Beginn</translation>
    </message>
    <message>
        <source>The console is closed. K opens it again.</source>
        <translation>Die Konsole ist zu. K öffnet sie wieder.</translation>
    </message>
    <message>
        <source>close</source>
        <comment>in a narrow row</comment>
        <translation>Ende</translation>
    </message>
    <message>
        <source>last beat {age} s</source>
        <translation>Schlag vor {age} s</translation>
    </message>
    <message>
        <source>{speed} times as fast</source>
        <translation>{speed}-fache Geschwindigkeit</translation>
    </message>
    <message>
        <source>{z} opens an episode</source>
        <translation>ab {z} eine Episode</translation>
    </message>
    <message>
        <source>below {z} for 20 s: settled</source>
        <translation>20 s unter {z}: in Ruhe</translation>
    </message>
    <message>
        <source>ceiling {z}</source>
        <translation>Grenze {z}</translation>
    </message>
    <message>
        <source>rest {bpm:.0f}</source>
        <translation>Ruhe {bpm:.0f}</translation>
    </message>
    <message>
        <source>gap {length:.0f} s</source>
        <translation>Lücke {length:.0f} s</translation>
    </message>
    <message>
        <source>rose</source>
        <translation>Anstieg</translation>
    </message>
    <message>
        <source>settled {time}</source>
        <translation>in Ruhe {time}</translation>
    </message>
    <message>
        <source>urge</source>
        <translation>Impuls</translation>
    </message>
    <message>
        <source>passed</source>
        <translation>vorbei</translation>
    </message>
    <message>
        <source>now</source>
        <translation>jetzt</translation>
    </message>
    <message>
        <source>the end</source>
        <translation>Ende</translation>
    </message>
    <message>
        <source>accepted</source>
        <translation>verwendet</translation>
    </message>
    <message>
        <source>ectopic</source>
        <translation>ektop</translation>
    </message>
    <message>
        <source>pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>missed</source>
        <translation>fehlend</translation>
    </message>
    <message>
        <source>extra</source>
        <translation>zusätzlich</translation>
    </message>
    <message>
        <source>implausible</source>
        <translation>unplausibel</translation>
    </message>
    <message>
        <source>overlap</source>
        <translation>überlappend</translation>
    </message>
    <message>
        <source>gaps {count}</source>
        <translation>Lücken {count}</translation>
    </message>
    <message>
        <source>2 min</source>
        <translation>2 min</translation>
    </message>
    <message>
        <source>5 min</source>
        <translation>5 min</translation>
    </message>
    <message>
        <source>10 min</source>
        <translation>10 min</translation>
    </message>
    <message>
        <source>all</source>
        <translation>alles</translation>
    </message>
    <message>
        <source>client sees</source>
        <translation>Person sieht</translation>
    </message>
    <message>
        <source>all of it</source>
        <translation>alles</translation>
    </message>
    <message>
        <source>The client&apos;s window is closed.</source>
        <translation>Das Fenster der Person ist geschlossen.</translation>
    </message>
    <message>
        <source>rounds</source>
        <translation>Runden</translation>
    </message>
    <message>
        <source>shown</source>
        <translation>gezeigt</translation>
    </message>
    <message>
        <source>peak z</source>
        <translation>max. z</translation>
    </message>
    <message>
        <source>settled</source>
        <translation>in Ruhe</translation>
    </message>
    <message>
        <source>half</source>
        <translation>halb</translation>
    </message>
    <message>
        <source>back</source>
        <translation>zurück</translation>
    </message>
    <message>
        <source>felt</source>
        <translation>gefühlt</translation>
    </message>
    <message>
        <source>guess</source>
        <translation>geschätzt</translation>
    </message>
    <message>
        <source>settled, to be felt</source>
        <translation>in Ruhe, zum Spüren</translation>
    </message>
    <message>
        <source>past</source>
        <comment>of a phase</comment>
        <translation>vorbei</translation>
    </message>
    <message>
        <source>now</source>
        <comment>of a phase</comment>
        <translation>jetzt</translation>
    </message>
    <message>
        <source>to come</source>
        <comment>of a phase</comment>
        <translation>kommt noch</translation>
    </message>
    <message>
        <source>No heart rate in view.</source>
        <translation>Keine Herzfrequenz im Bild.</translation>
    </message>
    <message>
        <source>rose at</source>
        <translation>Anstieg bei</translation>
    </message>
    <message>
        <source>back at 60 s</source>
        <translation>nach 60 s zurück</translation>
    </message>
    <message>
        <source>No round is over yet.</source>
        <translation>Noch ist keine Runde vorbei.</translation>
    </message>
    <message>
        <source>No activation was seen yet.</source>
        <translation>Noch war keine Aktivierung zu sehen.</translation>
    </message>
    <message>
        <source>No round was finished.</source>
        <translation>Keine Runde ging zu Ende.</translation>
    </message>
    <message>
        <source>No activation was seen.</source>
        <translation>Keine Aktivierung war zu sehen.</translation>
    </message>
    <message>
        <source>not back</source>
        <translation>nicht zurück</translation>
    </message>
    <message>
        <source>rose again</source>
        <translation>erneut gestiegen</translation>
    </message>
    <message>
        <source>signal lost</source>
        <translation>Signal weg</translation>
    </message>
    <message>
        <source>no rise seen</source>
        <translation>kein Anstieg</translation>
    </message>
    <message>
        <source>not counted</source>
        <translation>zählt nicht</translation>
    </message>
    <message>
        <source>unresolved</source>
        <translation>offen geblieben</translation>
    </message>
    <message>
        <source>goes on</source>
        <translation>dauert an</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>not back {unresolved}</source>
        <translation>nicht zurück {unresolved}</translation>
    </message>
    <message>
        <source>felt at the start {value}</source>
        <translation>gefühlt zu Beginn {value}</translation>
    </message>
    <message>
        <source>guesses agreeing {agreeing} of {count}</source>
        <translation>Schätzung und Körper einig: {agreeing} von {count}</translation>
    </message>
    <message>
        <source>variability</source>
        <translation>Variabilität</translation>
    </message>
    <message>
        <source>NeuroKit2  ·  decides nothing</source>
        <translation>NeuroKit2  ·  entscheidet nichts</translation>
    </message>
    <message>
        <source>{window} s</source>
        <translation>{window} s</translation>
    </message>
    <message>
        <source>ended before</source>
        <translation>endete vor</translation>
    </message>
    <message>
        <source>mean RR, ms</source>
        <translation>mittlerer RR, ms</translation>
    </message>
    <message>
        <source>beats / artefacts</source>
        <translation>Schläge / Artefakte</translation>
    </message>
    <message>
        <source>NeuroKit2 has not answered yet</source>
        <translation>NeuroKit2 hat noch nicht geantwortet</translation>
    </message>
    <message>
        <source>CSI and LF/HF rise with slow breathing, with no change in arousal; LF is not sympathetic tone.</source>
        <translation>CSI und LF/HF steigen bei langsamem Atem, auch ohne andere Aktivierung; LF ist kein Maß des Sympathikus.</translation>
    </message>
    <message>
        <source>Breathing is slow now: greyed numbers cannot be compared with rest; slow breathing raises them.</source>
        <translation>Der Atem ist gerade langsam: graue Werte sind nicht mit der Ruhe vergleichbar; langsamer Atem hebt sie an.</translation>
    </message>
    <message>
        <source>log</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>newest first</source>
        <translation>Neuestes zuerst</translation>
    </message>
    <message>
        <source>Marks, notes and notices stand here.</source>
        <translation>Hier stehen Marken, Notizen und Hinweise.</translation>
    </message>
    <message>
        <source>Paused: the heart rate is above its limit.</source>
        <translation>Angehalten: die Herzfrequenz liegt über ihrer Grenze.</translation>
    </message>
    <message>
        <source>Stopped: the heart rate is outside its limits.</source>
        <translation>Gestoppt: die Herzfrequenz liegt außerhalb ihrer Grenzen.</translation>
    </message>
    <message>
        <source>The strap&apos;s battery is at {detail} %.</source>
        <translation>Die Batterie des Gurts steht bei {detail} %.</translation>
    </message>
    <message>
        <source>The disk is nearly full. This session still fits.</source>
        <translation>Die Festplatte ist fast voll. Diese Sitzung passt noch.</translation>
    </message>
    <message>
        <source>The strap&apos;s heart rate leapt: left out for 30 s.</source>
        <translation>Die Herzfrequenz des Gurts ist gesprungen: 30 s ausgelassen.</translation>
    </message>
    <message>
        <source>The strap&apos;s intervals are no heart&apos;s: rate alone.</source>
        <translation>Die Abstände des Gurts sind keine Herzschläge: nur Frequenz.</translation>
    </message>
    <message>
        <source>The rhythm is irregular: this round is not counted.</source>
        <translation>Der Rhythmus ist unregelmäßig: diese Runde zählt nicht.</translation>
    </message>
    <message>
        <source>The rest could not be learned. The session closes.</source>
        <translation>Die Ruhe war nicht zu erfassen. Die Sitzung endet.</translation>
    </message>
    <message>
        <source>Not back within 5 min: no further rise today.</source>
        <translation>Nach 5 min nicht zurück: heute kein weiterer Anstieg.</translation>
    </message>
    <message>
        <source>The day&apos;s dose is reached. The session closes.</source>
        <translation>Die Tagesdosis ist erreicht. Die Sitzung endet.</translation>
    </message>
    <message>
        <source>The ceiling ended the activation.</source>
        <translation>Die Obergrenze hat die Aktivierung beendet.</translation>
    </message>
    <message>
        <source>The signal could not be followed: the activation ended.</source>
        <translation>Das Signal war nicht zu verfolgen: Aktivierung beendet.</translation>
    </message>
    <message>
        <source>A first session: ten minutes at most.</source>
        <translation>Eine erste Sitzung: höchstens zehn Minuten.</translation>
    </message>
    <message>
        <source>The last session broke off in the middle: first, a settle.</source>
        <translation>Die letzte Sitzung brach mittendrin ab: zuerst zurückkommen.</translation>
    </message>
    <message>
        <source>Less is shown, after how the last sessions went.</source>
        <translation>Es wird weniger gezeigt, nach den letzten Sitzungen.</translation>
    </message>
    <message>
        <source>Nothing is shown in settles, after how the last sessions went.</source>
        <translation>Beim Zurückkommen wird nichts gezeigt, nach den letzten Sitzungen.</translation>
    </message>
    <message>
        <source>Not done: {detail}.</source>
        <translation>Nicht ausgeführt: {detail}.</translation>
    </message>
    <message>
        <source>NeuroKit2 and the core differ: {detail}</source>
        <translation>NeuroKit2 und der Kern weichen voneinander ab: {detail}</translation>
    </message>
    <message>
        <source>client marked {text}</source>
        <translation>Person markiert {text}</translation>
    </message>
    <message>
        <source>mark {text}</source>
        <translation>Marke {text}</translation>
    </message>
    <message>
        <source>note: {text}</source>
        <translation>Notiz: {text}</translation>
    </message>
    <message>
        <source>an urge came</source>
        <translation>ein Impuls kam</translation>
    </message>
    <message>
        <source>an urge came and passed after {time}</source>
        <translation>ein Impuls kam und verging nach {time}</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>Advance</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>+30 s</source>
        <translation>+30 s</translation>
    </message>
    <message>
        <source>Hold</source>
        <translation>Halten</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Full</source>
        <translation>Voll</translation>
    </message>
    <message>
        <source>Sparse</source>
        <translation>Wenig</translation>
    </message>
    <message>
        <source>Blind</source>
        <translation>Blind</translation>
    </message>
    <message>
        <source>Lower ceiling</source>
        <translation>Grenze senken</translation>
    </message>
    <message>
        <source>Pacer</source>
        <translation>Atemtakt</translation>
    </message>
    <message>
        <source>Mark</source>
        <translation>Marke</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stopp</translation>
    </message>
    <message>
        <source>Ceiling {z} → {lower}</source>
        <translation>Grenze {z} → {lower}</translation>
    </message>
    <message>
        <source>client is shown</source>
        <translation>zu sehen</translation>
    </message>
    <message>
        <source>touched</source>
        <translation>berührt</translation>
    </message>
    <message>
        <source>sigh</source>
        <translation>seufzt</translation>
    </message>
    <message>
        <source>spoke</source>
        <translation>spricht</translation>
    </message>
    <message>
        <source>moved</source>
        <translation>bewegt</translation>
    </message>
    <message>
        <source>tears</source>
        <translation>Tränen</translation>
    </message>
    <message>
        <source>smile</source>
        <translation>lächelt</translation>
    </message>
    <message>
        <source>yawn</source>
        <translation>gähnt</translation>
    </message>
    <message>
        <source>noise</source>
        <translation>Lärm</translation>
    </message>
    <message>
        <source>A note, then Enter</source>
        <translation>Eine Notiz, dann Enter</translation>
    </message>
    <message>
        <source>The session is over: this note is not kept.</source>
        <translation>Die Sitzung ist beendet: Diese Notiz wird nicht behalten.</translation>
    </message>
    <message>
        <source>the session is being prepared</source>
        <translation>die Sitzung wird vorbereitet</translation>
    </message>
    <message>
        <source>this is a recording</source>
        <translation>das ist eine Aufzeichnung</translation>
    </message>
    <message>
        <source>it has begun</source>
        <translation>es hat begonnen</translation>
    </message>
    <message>
        <source>the client is arriving</source>
        <translation>die Person kommt an</translation>
    </message>
    <message>
        <source>the rest is being learned</source>
        <translation>die Ruhe wird erfasst</translation>
    </message>
    <message>
        <source>a rise is never made longer</source>
        <translation>ein Anstieg wird nie verlängert</translation>
    </message>
    <message>
        <source>the session closes</source>
        <translation>die Sitzung endet</translation>
    </message>
    <message>
        <source>the client is being asked</source>
        <translation>die Person wird gefragt</translation>
    </message>
    <message>
        <source>it is held</source>
        <translation>es wird gehalten</translation>
    </message>
    <message>
        <source>nothing is held</source>
        <translation>nichts wird gehalten</translation>
    </message>
    <message>
        <source>this phase has no set end</source>
        <translation>diese Phase hat kein festes Ende</translation>
    </message>
    <message>
        <source>it goes on after the least time between activations</source>
        <translation>es geht nach der Mindestzeit zwischen Aktivierungen weiter</translation>
    </message>
    <message>
        <source>it goes on once the heart is down</source>
        <translation>es geht weiter, sobald das Herz ruhiger ist</translation>
    </message>
    <message>
        <source>it is as low as it goes</source>
        <translation>tiefer geht es nicht</translation>
    </message>
    <message>
        <source>no activation comes</source>
        <translation>es kommt keine Aktivierung</translation>
    </message>
    <message>
        <source>no breath is led in this phase</source>
        <translation>in dieser Phase wird kein Atem geführt</translation>
    </message>
    <message>
        <source>{word}, key {key}</source>
        <translation>{word}, Taste {key}</translation>
    </message>
    <message>
        <source>{word}: not now, {reason}</source>
        <translation>{word}: jetzt nicht, {reason}</translation>
    </message>
    <message>
        <source>more</source>
        <translation>mehr</translation>
    </message>
    <message>
        <source>more of this session</source>
        <translation>mehr aus dieser Sitzung</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>gerade eben</translation>
    </message>
    <message>
        <source>Not shown in this phase.</source>
        <translation>In dieser Phase nicht gezeigt.</translation>
    </message>
    <message>
        <source>phases</source>
        <translation>Phasen</translation>
    </message>
    <message>
        <source>{word}, {time}</source>
        <translation>{word}, {time}</translation>
    </message>
    <message>
        <source>{word}, now</source>
        <translation>{word}, jetzt</translation>
    </message>
    <message>
        <source>{word}, up to {time}</source>
        <translation>{word}, bis {time}</translation>
    </message>
    <message>
        <source>a note</source>
        <translation>eine Notiz</translation>
    </message>
    <message>
        <source>For yourself, then Enter</source>
        <translation>Für dich selbst, dann Enter</translation>
    </message>
    <message>
        <source>The session ended before this was kept: {text}</source>
        <translation>Die Sitzung endete, bevor das behalten war: {text}</translation>
    </message>
    <message>
        <source>D closes this.</source>
        <translation>D schließt das hier.</translation>
    </message>
    <message>
        <source>How stirred up do you feel, 0 to 10?</source>
        <translation>Wie aufgewühlt bist du, von 0 bis 10?</translation>
    </message>
    <message>
        <source>0 is not at all, 10 as much as ever.</source>
        <translation>0 ist gar nicht, 10 so sehr wie noch nie.</translation>
    </message>
    <message>
        <source>{value} of 10</source>
        <translation>{value} von 10</translation>
    </message>
    <message>
        <source>0 of 10, not at all</source>
        <translation>0 von 10, gar nicht</translation>
    </message>
    <message>
        <source>10 of 10, as much as ever</source>
        <translation>10 von 10, so sehr wie noch nie</translation>
    </message>
    <message>
        <source>Do you feel settled?</source>
        <translation>Fühlst du dich wieder in Ruhe?</translation>
    </message>
    <message>
        <source>not settled</source>
        <translation>nicht in Ruhe</translation>
    </message>
    <message>
        <source>How sure are you?</source>
        <translation>Wie sicher bist du dir?</translation>
    </message>
    <message>
        <source>a guess</source>
        <translation>geraten</translation>
    </message>
    <message>
        <source>fairly sure</source>
        <translation>recht sicher</translation>
    </message>
    <message>
        <source>certain</source>
        <translation>ganz sicher</translation>
    </message>
    <message>
        <source>skip</source>
        <translation>offen</translation>
    </message>
    <message>
        <source>{meaning}, key {key}</source>
        <translation>{meaning}, Taste {key}</translation>
    </message>
    <message>
        <source>Noted: {value} of 10.</source>
        <translation>Notiert: {value} von 10.</translation>
    </message>
    <message>
        <source>Noted: {guess}, {sureness}.</source>
        <translation>Notiert: {guess}, {sureness}.</translation>
    </message>
    <message>
        <source>Left open.</source>
        <translation>Bleibt offen.</translation>
    </message>
    <message>
        <source>You felt settled; your body was back at rest.</source>
        <translation>Du fühltest dich in Ruhe; dein Körper war zurück.</translation>
    </message>
    <message>
        <source>You felt settled; your body was not back at rest yet.</source>
        <translation>Du fühltest dich in Ruhe; dein Körper war noch nicht zurück.</translation>
    </message>
    <message>
        <source>You felt not settled; your body was back at rest.</source>
        <translation>Du fühltest dich nicht in Ruhe; dein Körper war zurück.</translation>
    </message>
    <message>
        <source>You felt not settled; your body was not back at rest yet.</source>
        <translation>Du fühltest dich nicht in Ruhe; dein Körper war noch nicht zurück.</translation>
    </message>
    <message>
        <source>Your body was back at rest.</source>
        <translation>Dein Körper war zurück in Ruhe.</translation>
    </message>
    <message>
        <source>Your body was not back at rest yet.</source>
        <translation>Dein Körper war noch nicht zurück in Ruhe.</translation>
    </message>
    <message>
        <source>This could not be read this time.</source>
        <translation>Das war diesmal nicht zu lesen.</translation>
    </message>
    <message>
        <source>Too few heartbeats were clear at the end of the round.</source>
        <translation>Am Ende der Runde waren zu wenige Herzschläge deutlich.</translation>
    </message>
    <message>
        <source>What is felt and what is measured need not be the same.</source>
        <translation>Gefühltes und Gemessenes dürfen sich unterscheiden.</translation>
    </message>
    <message>
        <source>a shape over your rest</source>
        <translation>eine Form über deiner Ruhe</translation>
    </message>
    <message>
        <source>below it</source>
        <translation>darunter</translation>
    </message>
    <message>
        <source>on it</source>
        <translation>darauf</translation>
    </message>
    <message>
        <source>a little above it</source>
        <translation>ein wenig darüber</translation>
    </message>
    <message>
        <source>above it, and lower than it was</source>
        <translation>darüber, und tiefer als zuvor</translation>
    </message>
    <message>
        <source>high above it</source>
        <translation>hoch darüber</translation>
    </message>
    <message>
        <source>enough</source>
        <translation>genug</translation>
    </message>
    <message>
        <source>go on</source>
        <translation>weiter</translation>
    </message>
    <message>
        <source>stay here</source>
        <translation>hier bleiben</translation>
    </message>
    <message>
        <source>Staying here. Enter goes on.</source>
        <translation>Du bleibst hier. Mit Enter geht es weiter.</translation>
    </message>
    <message>
        <source>start</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>mark</source>
        <translation>Marke</translation>
    </message>
    <message>
        <source>pacer</source>
        <translation>Atemtakt</translation>
    </message>
    <message>
        <source>learn the rest anew</source>
        <translation>Ruhe neu erfassen</translation>
    </message>
    <message>
        <source>rate</source>
        <translation>einschätzen</translation>
    </message>
    <message>
        <source>hold</source>
        <translation>halten</translation>
    </message>
    <message>
        <source>resume</source>
        <translation>fortsetzen</translation>
    </message>
    <message>
        <source>advance</source>
        <translation>weitergehen</translation>
    </message>
    <message>
        <source>extend</source>
        <translation>verlängern</translation>
    </message>
    <message>
        <source>change what is shown</source>
        <translation>ändern, was zu sehen ist</translation>
    </message>
    <message>
        <source>lower the ceiling</source>
        <translation>Grenze senken</translation>
    </message>
    <message>
        <source>stop</source>
        <translation>Stopp</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>System</source>
        <translation>System</translation>
    </message>
    <message>
        <source>en</source>
        <translation>de</translation>
    </message>
    <message>
        <source>to now</source>
        <translation>zum Jetzt</translation>
    </message>
    <message>
        <source>tones</source>
        <translation>Töne</translation>
    </message>
    <message>
        <source>Tones, with the pacer. T ends them.</source>
        <translation>Töne zum Atemtakt. T beendet sie.</translation>
    </message>
    <message>
        <source>Tones, as activation comes down. T ends them.</source>
        <translation>Töne, die der Aktivierung abwärts folgen. T beendet sie.</translation>
    </message>
    <message>
        <source>No tones.</source>
        <translation>Keine Töne.</translation>
    </message>
    <message>
        <source>This computer has nothing to play tones on. All else goes on.</source>
        <translation>Dieser Computer kann keine Töne spielen. Alles andere geht weiter.</translation>
    </message>
    <message>
        <source>Tones are an extra that is not installed: biofeed[sound].</source>
        <translation>Töne sind ein Zusatz, der nicht installiert ist: biofeed[sound].</translation>
    </message>
    <message>
        <source>Tones</source>
        <translation>Töne</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keine</translation>
    </message>
    <message>
        <source>With the pacer</source>
        <translation>Zum Atemtakt</translation>
    </message>
    <message>
        <source>As it comes down</source>
        <translation>Beim Zurückkommen</translation>
    </message>
    <message>
        <source>Windows</source>
        <translation>Fenster</translation>
    </message>
    <message>
        <source>One, for the person</source>
        <translation>Eines, für die Person</translation>
    </message>
    <message>
        <source>Two, one for a clinician</source>
        <translation>Zwei, mit Fachperson</translation>
    </message>
    <message>
        <source>{seconds} s</source>
        <translation>{seconds} s</translation>
    </message>
    <message>
        <source>{minutes} min</source>
        <translation>{minutes} min</translation>
    </message>
    <message>
        <source>{minutes} min {seconds} s</source>
        <translation>{minutes} min {seconds} s</translation>
    </message>
    <message>
        <source>a few seconds</source>
        <translation>ein paar Sekunden</translation>
    </message>
    <message>
        <source>about {time}</source>
        <translation>etwa {time}</translation>
    </message>
    <message>
        <source>{time} ago</source>
        <translation>vor {time}</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>Training</translation>
    </message>
    <message>
        <source>A file of your own</source>
        <translation>Eine eigene Datei</translation>
    </message>
    <message>
        <source>Path of a training</source>
        <translation>Pfad eines Trainings</translation>
    </message>
    <message>
        <source>A training</source>
        <translation>Ein Training</translation>
    </message>
    <message>
        <source>A training is a file that ends in .toml.</source>
        <translation>Ein Training ist eine Datei, die auf .toml endet.</translation>
    </message>
    <message>
        <source>Trainings (*.toml)</source>
        <translation>Trainings (*.toml)</translation>
    </message>
    <message>
        <source>Up to {minutes} min</source>
        <translation>Bis zu {minutes} min</translation>
    </message>
    <message>
        <source>one round</source>
        <translation>eine Runde</translation>
    </message>
    <message>
        <source>{count} rounds</source>
        <translation>{count} Runden</translation>
    </message>
    <message>
        <source>no</source>
        <comment>no rounds</comment>
        <translation>keine</translation>
    </message>
    <message>
        <source>one</source>
        <translation>eine</translation>
    </message>
    <message>
        <source>two</source>
        <translation>zwei</translation>
    </message>
    <message>
        <source>three</source>
        <translation>drei</translation>
    </message>
    <message>
        <source>four</source>
        <translation>vier</translation>
    </message>
    <message>
        <source>five</source>
        <translation>fünf</translation>
    </message>
    <message>
        <source>six</source>
        <translation>sechs</translation>
    </message>
    <message>
        <source>Before you go on.</source>
        <translation>Bevor es weitergeht.</translation>
    </message>
    <message>
        <source>This training asks your body to rise for a short while. Does one of these apply to you, or might it?</source>
        <translation>In diesem Training steigt die Aktivierung deines Körpers für kurze Zeit. Trifft etwas davon auf dich zu, oder vielleicht?</translation>
    </message>
    <message>
        <source>an irregular heart rhythm, or a device for the heart</source>
        <translation>ein unregelmäßiger Herzrhythmus oder ein Gerät für das Herz</translation>
    </message>
    <message>
        <source>fainting</source>
        <translation>Ohnmachten</translation>
    </message>
    <message>
        <source>epilepsy</source>
        <translation>Epilepsie</translation>
    </message>
    <message>
        <source>a pregnancy</source>
        <translation>eine Schwangerschaft</translation>
    </message>
    <message>
        <source>panic attacks</source>
        <translation>Panikattacken</translation>
    </message>
    <message>
        <source>medicines that were changed lately</source>
        <translation>Medikamente, die vor Kurzem umgestellt wurden</translation>
    </message>
    <message>
        <source>low blood pressure</source>
        <translation>niedriger Blutdruck</translation>
    </message>
    <message>
        <source>a kidney disease, or diabetes</source>
        <translation>eine Nierenerkrankung oder Diabetes</translation>
    </message>
    <message>
        <source>Only your answer is kept, never which.</source>
        <translation>Nur deine Antwort wird behalten, nie, was es ist.</translation>
    </message>
    <message>
        <source>None of these</source>
        <translation>Nichts davon</translation>
    </message>
    <message>
        <source>One or more</source>
        <translation>Eines oder mehrere</translation>
    </message>
    <message>
        <source>Speak with your clinician before going on.</source>
        <translation>Sprich erst mit deiner Fachperson.</translation>
    </message>
    <message>
        <source>Open practice is there for you in the meantime: your rest, and following your body, with nothing that asks it to rise.</source>
        <translation>Bis dahin ist das freie Üben für dich da: deine Ruhe, und deinem Körper folgen, ohne dass etwas steigen soll.</translation>
    </message>
    <message>
        <source>Open practice</source>
        <translation>Freies Üben</translation>
    </message>
    <message>
        <source>My clinician has agreed</source>
        <translation>Meine Fachperson ist einverstanden</translation>
    </message>
    <message>
        <source>What was agreed</source>
        <translation>Was vereinbart ist</translation>
    </message>
    <message>
        <source>In a few words: this is kept</source>
        <translation>In wenigen Worten: das wird behalten</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Round {number}</source>
        <translation>Runde {number}</translation>
    </message>
    <message>
        <source>Round {number} of {count}, {shown}.</source>
        <translation>Runde {number} von {count}, {shown}.</translation>
    </message>
    <message>
        <source>with everything on screen</source>
        <translation>mit allem auf dem Bildschirm</translation>
    </message>
    <message>
        <source>with less on screen</source>
        <translation>mit weniger auf dem Bildschirm</translation>
    </message>
    <message>
        <source>with nothing on screen</source>
        <translation>mit nichts auf dem Bildschirm</translation>
    </message>
    <message>
        <source>round</source>
        <translation>Runde</translation>
    </message>
    <message>
        <source>on screen</source>
        <translation>zu sehen</translation>
    </message>
    <message>
        <source>measured</source>
        <translation>gemessen</translation>
    </message>
    <message>
        <source>halfway</source>
        <translation>halb zurück</translation>
    </message>
    <message>
        <source>your guess</source>
        <translation>deine Schätzung</translation>
    </message>
    <message>
        <source>everything</source>
        <translation>alles</translation>
    </message>
    <message>
        <source>less</source>
        <translation>weniger</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nichts</translation>
    </message>
    <message>
        <source>{risen} after the activation, {after} after settling</source>
        <translation>{risen} nach der Aktivierung, {after} nach dem Zurückkommen</translation>
    </message>
    <message>
        <source>not said</source>
        <translation>nicht gesagt</translation>
    </message>
    <message>
        <source>the rounds: what was felt, and what was measured</source>
        <translation>die Runden: was gefühlt und was gemessen wurde</translation>
    </message>
    <message>
        <source>Up and down show another round.</source>
        <translation>Pfeil auf und ab zeigt eine andere Runde.</translation>
    </message>
    <message>
        <source>back at rest after {time}</source>
        <translation>zurück in Ruhe nach {time}</translation>
    </message>
    <message>
        <source>{share} % had come back</source>
        <translation>{share} % waren zurück</translation>
    </message>
    <message>
        <source>coming back, and rose again</source>
        <translation>im Zurückkommen erneut gestiegen</translation>
    </message>
    <message>
        <source>the signal was gone</source>
        <translation>das Signal war weg</translation>
    </message>
    <message>
        <source>no clear activation seen</source>
        <translation>keine klare Aktivierung</translation>
    </message>
    <message>
        <source>too little could be read</source>
        <translation>zu wenig war zu lesen</translation>
    </message>
    <message>
        <source>back at rest</source>
        <translation>zurück in Ruhe</translation>
    </message>
    <message>
        <source>part of the way back</source>
        <translation>ein Stück zurück</translation>
    </message>
    <message>
        <source>It rose, and it came back.</source>
        <translation>Es stieg und kam zurück.</translation>
    </message>
    <message>
        <source>It rose, and part of the way came back.</source>
        <translation>Es stieg, und ein Teil kam zurück.</translation>
    </message>
    <message>
        <source>It rose, it was coming back, and it rose again.</source>
        <translation>Es stieg, kam zurück und stieg erneut.</translation>
    </message>
    <message>
        <source>It rose. Then the signal was gone.</source>
        <translation>Es stieg. Dann war das Signal weg.</translation>
    </message>
    <message>
        <source>No clear activation seen.</source>
        <translation>Keine klare Aktivierung.</translation>
    </message>
    <message>
        <source>Too little of this round could be read.</source>
        <translation>Von dieser Runde war zu wenig zu lesen.</translation>
    </message>
    <message>
        <source>It rose, and was still up at the end of the round.</source>
        <translation>Es stieg und war am Ende der Runde noch oben.</translation>
    </message>
    <message>
        <source>It was back at rest later, {time} after it turned.</source>
        <translation>Zurück in Ruhe war es später, {time} nach der Wende.</translation>
    </message>
    <message>
        <source>Your body was back at rest; it still felt like {felt}.</source>
        <translation>Dein Körper war zurück in Ruhe; gefühlt war es noch {felt}.</translation>
    </message>
    <message>
        <source>It felt like {felt}; the body was still on its way back.</source>
        <translation>Gefühlt war es {felt}; der Körper war noch auf dem Rückweg.</translation>
    </message>
    <message>
        <source>It felt like {felt}; the heart showed no clear rise.</source>
        <translation>Gefühlt war es {felt}; am Herzen war kein klarer Anstieg zu sehen.</translation>
    </message>
    <message>
        <source>You guessed settled, and it was.</source>
        <translation>Deine Schätzung war „in Ruhe“, und so war es.</translation>
    </message>
    <message>
        <source>You guessed settled; the body was not at rest yet.</source>
        <translation>Deine Schätzung war „in Ruhe“; der Körper war noch nicht so weit.</translation>
    </message>
    <message>
        <source>You guessed not settled; the body was at rest.</source>
        <translation>Deine Schätzung war „nicht in Ruhe“; der Körper war in Ruhe.</translation>
    </message>
    <message>
        <source>You guessed not settled, and the body was not at rest yet.</source>
        <translation>Deine Schätzung war „nicht in Ruhe“, und der Körper war es auch nicht.</translation>
    </message>
    <message>
        <source>You guessed {guess}. The body could not be read just then.</source>
        <translation>Deine Schätzung war „{guess}“. Der Körper war da nicht zu lesen.</translation>
    </message>
    <message>
        <source>It felt like {start} at the start, and like {end} at the end.</source>
        <translation>Gefühlt war es zu Beginn {start}, am Ende {end}.</translation>
    </message>
    <message>
        <source>It felt like {start} at the start.</source>
        <translation>Gefühlt war es zu Beginn {start}.</translation>
    </message>
    <message>
        <source>It felt like {end} at the end.</source>
        <translation>Gefühlt war es am Ende {end}.</translation>
    </message>
    <message>
        <source>With nothing on screen it was back at rest after {time}; in the rounds with help, after {trained}.</source>
        <translation>Mit nichts auf dem Bildschirm war es nach {time} zurück in Ruhe; in den Runden mit Hilfe nach {trained}.</translation>
    </message>
    <message>
        <source>With help it was back at rest after {trained}. This time it was still on its way.</source>
        <translation>Mit Hilfe war es nach {trained} zurück in Ruhe. Diesmal war es noch unterwegs.</translation>
    </message>
    <message>
        <source>began</source>
        <translation>Beginn</translation>
    </message>
    <message>
        <source>let go</source>
        <translation>losgelassen</translation>
    </message>
    <message>
        <source>learn your rest</source>
        <translation>Ruhe kennenlernen</translation>
    </message>
    <message>
        <source>rise</source>
        <translation>steigen</translation>
    </message>
    <message>
        <source>on your own</source>
        <translation>für dich allein</translation>
    </message>
    <message>
        <source>learning your rest</source>
        <translation>deine Ruhe wird erfasst</translation>
    </message>
    <message>
        <source>at your rest</source>
        <translation>in deiner Ruhe</translation>
    </message>
    <message>
        <source>a little above rest</source>
        <translation>etwas über der Ruhe</translation>
    </message>
    <message>
        <source>activated</source>
        <translation>aktiviert</translation>
    </message>
    <message>
        <source>coming back</source>
        <translation>kommt zurück</translation>
    </message>
    <message>
        <source>an unusual drop</source>
        <translation>ungewöhnlich tief</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>nicht bekannt</translation>
    </message>
    <message>
        <source>Learning your rest.</source>
        <translation>biofeed lernt deine Ruhe kennen.</translation>
    </message>
    <message>
        <source>At your rest.</source>
        <translation>In deiner Ruhe.</translation>
    </message>
    <message>
        <source>There is nothing to reach. This is the place.</source>
        <translation>Es gibt nichts zu erreichen. Hier ist der Ort.</translation>
    </message>
    <message>
        <source>A little above your rest.</source>
        <translation>Etwas über deiner Ruhe.</translation>
    </message>
    <message>
        <source>Bodies move up and down all the time.</source>
        <translation>Körper bewegen sich die ganze Zeit auf und ab.</translation>
    </message>
    <message>
        <source>Activation is up.</source>
        <translation>Die Aktivierung ist oben.</translation>
    </message>
    <message>
        <source>Nothing needs to be done about it.</source>
        <translation>Es gibt nichts zu tun.</translation>
    </message>
    <message>
        <source>It is coming back.</source>
        <translation>Es kommt zurück.</translation>
    </message>
    <message>
        <source>Let the out-breath take its time.</source>
        <translation>Lass dem Ausatmen seine Zeit.</translation>
    </message>
    <message>
        <source>An unusual drop.</source>
        <translation>Ungewöhnlich tief.</translation>
    </message>
    <message>
        <source>Well below your rest. It is not counted as settling.</source>
        <translation>Weit unter deiner Ruhe. Das zählt nicht als Zurückkommen.</translation>
    </message>
    <message>
        <source>Not known right now.</source>
        <translation>Gerade nicht bekannt.</translation>
    </message>
    <message>
        <source>Let it rise.</source>
        <translation>Lass es steigen.</translation>
    </message>
    <message>
        <source>Only as far as you choose. Esc stops at any moment.</source>
        <translation>Nur so weit, wie du magst. Esc beendet es jederzeit.</translation>
    </message>
    <message>
        <source>That is all for today.</source>
        <translation>Das war es für heute.</translation>
    </message>
    <message>
        <source>Take a moment.</source>
        <translation>Nimm dir einen Moment.</translation>
    </message>
    <message>
        <source>Sit down, and arrive.</source>
        <translation>Setz dich und komm an.</translation>
    </message>
    <message>
        <source>Press Enter when you would like to begin.</source>
        <translation>Drück Enter, wenn du beginnen magst.</translation>
    </message>
    <message>
        <source>Sit quietly for a while.</source>
        <translation>Sitz eine Weile still.</translation>
    </message>
    <message>
        <source>Notice where your body meets the chair.</source>
        <translation>Spür, wo dein Körper den Stuhl berührt.</translation>
    </message>
    <message>
        <source>Rest for a while.</source>
        <translation>Ruh dich eine Weile aus.</translation>
    </message>
    <message>
        <source>This round is yours. The screen stays quiet.</source>
        <translation>Diese Runde gehört dir. Der Bildschirm bleibt still.</translation>
    </message>
    <message>
        <source>Waiting for the first heartbeats.</source>
        <translation>Warten auf die ersten Herzschläge.</translation>
    </message>
    <message>
        <source>A strap needs moist electrodes, and a few seconds on the skin.</source>
        <translation>Ein Gurt braucht feuchte Elektroden und ein paar Sekunden auf der Haut.</translation>
    </message>
    <message>
        <source>No heartbeats are arriving.</source>
        <translation>Es kommen keine Herzschläge an.</translation>
    </message>
    <message>
        <source>The trace goes on as soon as they do.</source>
        <translation>Sobald sie da sind, geht die Linie weiter.</translation>
    </message>
    <message>
        <source>The strap does not feel your skin.</source>
        <translation>Der Gurt spürt deine Haut nicht.</translation>
    </message>
    <message>
        <source>Wet the electrodes, and pull the strap a little tighter.</source>
        <translation>Feuchte die Elektroden an und zieh den Gurt etwas enger.</translation>
    </message>
    <message>
        <source>Too many heartbeats are unclear to read.</source>
        <translation>Zu viele Herzschläge sind undeutlich.</translation>
    </message>
    <message>
        <source>Sitting still helps, and so do moist electrodes.</source>
        <translation>Still sitzen hilft, und feuchte Elektroden auch.</translation>
    </message>
    <message>
        <source>Gathering heartbeats.</source>
        <translation>Herzschläge sammeln sich.</translation>
    </message>
    <message>
        <source>Half a minute of them is needed to read anything.</source>
        <translation>Eine halbe Minute davon braucht es, um etwas zu lesen.</translation>
    </message>
    <message>
        <source>Your rest is not learned yet.</source>
        <translation>Deine Ruhe ist noch nicht erfasst.</translation>
    </message>
    <message>
        <source>Without it there is nothing to compare with.</source>
        <translation>Ohne sie gibt es nichts zum Vergleichen.</translation>
    </message>
    <message>
        <source>no heartbeats yet</source>
        <translation>noch keine Herzschläge</translation>
    </message>
    <message>
        <source>no heartbeats</source>
        <translation>keine Herzschläge</translation>
    </message>
    <message>
        <source>signal unclear</source>
        <translation>Signal undeutlich</translation>
    </message>
    <message>
        <source>gathering heartbeats</source>
        <translation>Herzschläge sammeln sich</translation>
    </message>
    <message>
        <source>rest not learned yet</source>
        <translation>Ruhe noch nicht erfasst</translation>
    </message>
    <message>
        <source>Looking for your strap.</source>
        <translation>Dein Gurt wird gesucht.</translation>
    </message>
    <message>
        <source>Wear it, wet the electrodes, and close other apps that use it.</source>
        <translation>Leg ihn an, feuchte die Elektroden an, und schließ andere Apps, die ihn nutzen.</translation>
    </message>
    <message>
        <source>Connecting to your strap.</source>
        <translation>Dein Gurt wird verbunden.</translation>
    </message>
    <message>
        <source>The strap is connected.</source>
        <translation>Der Gurt ist verbunden.</translation>
    </message>
    <message>
        <source>The strap has gone quiet.</source>
        <translation>Der Gurt ist verstummt.</translation>
    </message>
    <message>
        <source>The trace goes on as soon as heartbeats arrive.</source>
        <translation>Sobald Herzschläge ankommen, geht die Linie weiter.</translation>
    </message>
    <message>
        <source>The connection to the strap is gone.</source>
        <translation>Die Verbindung zum Gurt ist weg.</translation>
    </message>
    <message>
        <source>It is being looked for. The trace goes on when it is back.</source>
        <translation>Er wird gesucht. Ist er wieder da, geht die Linie weiter.</translation>
    </message>
    <message>
        <source>The strap is let go.</source>
        <translation>Der Gurt ist freigegeben.</translation>
    </message>
    <message>
        <source>The strap is lost. Have a look at it.</source>
        <translation>Der Gurt ist weg. Schau kurz nach ihm.</translation>
    </message>
    <message>
        <source>Is it worn, moist, near, and free of other apps? It is looked for as long as you wait.</source>
        <translation>Sitzt er, ist er feucht, nah und frei von anderen Apps? Er wird gesucht, solange du wartest.</translation>
    </message>
    <message>
        <source>Its battery was at {pct} %: it may be empty.</source>
        <translation>Seine Batterie stand bei {pct} %: vielleicht ist sie leer.</translation>
    </message>
    <message>
        <source>On without the strap.</source>
        <translation>Ohne den Gurt weiter.</translation>
    </message>
    <message>
        <source>It is still being looked for. The trace goes on when it is back.</source>
        <translation>Er wird weiter gesucht. Ist er wieder da, geht die Linie weiter.</translation>
    </message>
    <message>
        <source>No strap answers yet. Wear it, and wet the electrodes.</source>
        <translation>Noch antwortet kein Gurt. Leg ihn an und feuchte die Elektroden an.</translation>
    </message>
    <message>
        <source>This computer has no Bluetooth that can be used.</source>
        <translation>Dieser Computer hat kein nutzbares Bluetooth.</translation>
    </message>
    <message>
        <source>Bluetooth is off on this computer. Turn it on.</source>
        <translation>Bluetooth ist an diesem Computer aus. Schalte es ein.</translation>
    </message>
    <message>
        <source>This computer does not let the program use Bluetooth. Allow it in the system&apos;s privacy settings.</source>
        <translation>Dieser Computer lässt das Programm nicht an Bluetooth. Erlaube es in den Datenschutz-Einstellungen des Systems.</translation>
    </message>
    <message>
        <source>It is connected, and sends nothing. Check that it is worn.</source>
        <translation>Er ist verbunden und sendet nichts. Schau, ob er richtig sitzt.</translation>
    </message>
    <message>
        <source>It does not accept the connection. Another app or a watch may hold it: close that one.</source>
        <translation>Er nimmt die Verbindung nicht an. Vielleicht hält ihn eine andere App oder Uhr: schließ sie.</translation>
    </message>
    <message>
        <source>It did not answer in time, and is tried again. If that goes on, switch Bluetooth off and on.</source>
        <translation>Er hat nicht rechtzeitig geantwortet; der nächste Versuch läuft. Bleibt es dabei, schalte Bluetooth aus und wieder ein.</translation>
    </message>
    <message>
        <source>The computer was asleep. The strap is being looked for.</source>
        <translation>Der Computer hat geschlafen. Der Gurt wird gesucht.</translation>
    </message>
    <message>
        <source>Another strap answered. This session stays with yours.</source>
        <translation>Ein anderer Gurt hat geantwortet. Diese Sitzung bleibt bei deinem.</translation>
    </message>
    <message>
        <source>This device does not offer the Heart Rate Service.</source>
        <translation>Dieses Gerät bietet den Herzfrequenz-Dienst nicht an.</translation>
    </message>
    <message>
        <source>The connection broke off, and is tried again.</source>
        <translation>Die Verbindung brach ab; der nächste Versuch läuft.</translation>
    </message>
    <message>
        <source>A little longer is needed.</source>
        <translation>Es braucht noch ein wenig.</translation>
    </message>
    <message>
        <source>Too many heartbeats are unclear. Moist electrodes and sitting still help.</source>
        <translation>Zu viele Herzschläge sind undeutlich. Feuchte Elektroden und still sitzen helfen.</translation>
    </message>
    <message>
        <source>A few heartbeats are unclear. Sitting still helps.</source>
        <translation>Ein paar Herzschläge sind undeutlich. Still sitzen hilft.</translation>
    </message>
    <message>
        <source>Heartbeats were missing for a moment. It goes on by itself.</source>
        <translation>Kurz fehlten Herzschläge. Es geht von selbst weiter.</translation>
    </message>
    <message>
        <source>Your heart rate is still on its way. Give it time.</source>
        <translation>Deine Herzfrequenz ist noch unterwegs. Lass ihr Zeit.</translation>
    </message>
    <message>
        <source>Your heart rate moves a lot. Sit comfortably, and let your hands rest.</source>
        <translation>Deine Herzfrequenz bewegt sich viel. Sitz bequem und leg die Hände ab.</translation>
    </message>
    <message>
        <source>You breathe slowly just now. Your everyday breath is what is wanted here.</source>
        <translation>Du atmest gerade langsam. Hier ist dein gewohnter Atem gefragt.</translation>
    </message>
    <message>
        <source>The rhythm varies too much for variability to be read. Heart rate alone is used.</source>
        <translation>Der Rhythmus schwankt zu sehr, um die Variabilität zu lesen. Nur die Herzfrequenz zählt.</translation>
    </message>
    <message>
        <source>This rest is far from your earlier ones.</source>
        <translation>Diese Ruhe liegt weit weg von deinen früheren.</translation>
    </message>
    <message>
        <source>Variability cannot be read. Heart rate alone is used.</source>
        <translation>Die Variabilität ist nicht zu lesen. Nur die Herzfrequenz zählt.</translation>
    </message>
    <message>
        <source>{bpm} bpm</source>
        <translation>{bpm}/min</translation>
    </message>
    <message>
        <source>no heartbeat yet</source>
        <translation>noch kein Herzschlag</translation>
    </message>
    <message>
        <source>last beat just now</source>
        <translation>letzter Schlag eben</translation>
    </message>
    <message>
        <source>last beat {age}</source>
        <translation>letzter Schlag {age}</translation>
    </message>
    <message>
        <source>kept in memory</source>
        <translation>im Speicher behalten</translation>
    </message>
    <message>
        <source>Your heart is faster than this exercise is made for. Sit, and let it be.</source>
        <translation>Dein Herz schlägt schneller, als diese Übung vorsieht. Setz dich, und lass es sein.</translation>
    </message>
    <message>
        <source>The exercise stops here: the heart rate was outside what it is made for.</source>
        <translation>Die Übung endet hier: die Herzfrequenz lag außerhalb dessen, wofür sie gemacht ist.</translation>
    </message>
    <message>
        <source>The strap&apos;s battery is at {detail} %. Have a new one at hand.</source>
        <translation>Die Batterie des Gurts steht bei {detail} %. Leg eine neue bereit.</translation>
    </message>
    <message>
        <source>The strap&apos;s heart rate leapt: it is left out for half a minute.</source>
        <translation>Die Herzfrequenz des Gurts ist gesprungen: eine halbe Minute bleibt sie außen vor.</translation>
    </message>
    <message>
        <source>The signal is too irregular for this exercise: this round is not measured.</source>
        <translation>Das Signal ist für diese Übung zu unregelmäßig: diese Runde wird nicht gemessen.</translation>
    </message>
    <message>
        <source>Your rest could not be learned this time. The session closes.</source>
        <translation>Deine Ruhe war diesmal nicht zu erfassen. Die Sitzung endet.</translation>
    </message>
    <message>
        <source>Your heart takes its time. No other rise is asked of it today.</source>
        <translation>Dein Herz nimmt sich Zeit. Heute steigt es nicht noch einmal.</translation>
    </message>
    <message>
        <source>That is enough of rising for today. The session closes.</source>
        <translation>Für heute ist genug gestiegen. Die Sitzung endet.</translation>
    </message>
    <message>
        <source>That is far enough. Now the way back.</source>
        <translation>Das ist weit genug. Jetzt der Rückweg.</translation>
    </message>
    <message>
        <source>The strap cannot be read. Now the way back.</source>
        <translation>Der Gurt ist nicht zu lesen. Jetzt der Rückweg.</translation>
    </message>
    <message>
        <source>A first session is short: ten minutes at most.</source>
        <translation>Eine erste Sitzung ist kurz: höchstens zehn Minuten.</translation>
    </message>
    <message>
        <source>Less is shown than at first: your body came back without it.</source>
        <translation>Es wird weniger gezeigt als anfangs: dein Körper kam ohne das zurück.</translation>
    </message>
    <message>
        <source>Nothing is shown while you settle: your body came back with less.</source>
        <translation>Beim Zurückkommen wird nichts gezeigt: dein Körper kam mit weniger zurück.</translation>
    </message>
    <message>
        <source>That is not possible just now.</source>
        <translation>Das geht gerade nicht.</translation>
    </message>
    <message>
        <source>The disk is full or away: make room. The session goes on.</source>
        <translation>Die Festplatte ist voll oder weg: schaff Platz. Die Sitzung geht weiter.</translation>
    </message>
    <message>
        <source>Its last part is not on disk yet: make room, and leave this open for a minute.</source>
        <translation>Der letzte Teil ist noch nicht gespeichert: schaff Platz, und lass das Fenster eine Minute offen.</translation>
    </message>
    <message>
        <source>Slow breathing: heart rate alone is read.</source>
        <translation>Langsamer Atem: nur die Herzfrequenz zählt.</translation>
    </message>
    <message>
        <source>Uneven rhythm: heart rate alone is read.</source>
        <translation>Ungleichmäßiger Rhythmus: nur die Herzfrequenz zählt.</translation>
    </message>
    <message>
        <source>This looks like movement.</source>
        <translation>Das sieht nach Bewegung aus.</translation>
    </message>
    <message>
        <source>The strap sends heart rate only: no variability.</source>
        <translation>Der Gurt sendet nur die Herzfrequenz: keine Variabilität.</translation>
    </message>
    <message>
        <source>The strap&apos;s intervals are no heart&apos;s: heart rate only, no variability.</source>
        <translation>Die Abstände des Gurts sind keine Herzschläge: nur Herzfrequenz, keine Variabilität.</translation>
    </message>
    <message>
        <source>phases of this session</source>
        <translation>Phasen dieser Sitzung</translation>
    </message>
    <message>
        <source>the whole session</source>
        <translation>die ganze Sitzung</translation>
    </message>
    <message>
        <source>activation, relative to your own rest</source>
        <translation>Aktivierung über deiner eigenen Ruhe</translation>
    </message>
    <message>
        <source>your rest</source>
        <translation>deine Ruhe</translation>
    </message>
    <message>
        <source>One moment.</source>
        <translation>Einen Moment.</translation>
    </message>
    <message>
        <source>Nothing new is arriving.</source>
        <translation>Es kommt nichts Neues an.</translation>
    </message>
    <message>
        <source>What you see is from a moment ago.</source>
        <translation>Was du siehst, ist von eben.</translation>
    </message>
    <message>
        <source>This view cannot be drawn.</source>
        <translation>Diese Ansicht lässt sich nicht zeichnen.</translation>
    </message>
    <message>
        <source>The session goes on and is recorded. Esc stops it, as always.</source>
        <translation>Die Sitzung geht weiter und wird aufgezeichnet. Esc beendet sie, wie immer.</translation>
    </message>
    <message>
        <source>Sit quietly for a moment.</source>
        <translation>Sitz einen Moment still.</translation>
    </message>
    <message>
        <source>Learning your rest begins in {left}.</source>
        <translation>In {left} beginnt das Kennenlernen deiner Ruhe.</translation>
    </message>
    <message>
        <source>{left} to go. Just sit; nothing else is asked.</source>
        <translation>{left} noch. Sitz einfach da; mehr braucht es nicht.</translation>
    </message>
    <message>
        <source>No rest could be read yet.</source>
        <translation>Noch war keine Ruhe zu lesen.</translation>
    </message>
    <message>
        <source>{why} Learning goes on; R begins it anew.</source>
        <translation>{why} Es geht weiter; R beginnt neu.</translation>
    </message>
    <message>
        <source>breathing pacer</source>
        <translation>Atemtaktgeber</translation>
    </message>
    <message>
        <source>in</source>
        <translation>ein</translation>
    </message>
    <message>
        <source>out</source>
        <translation>aus</translation>
    </message>
    <message>
        <source>Small, soft breaths. Light-headed? Leave the pacer.</source>
        <translation>Kleine, sanfte Atemzüge. Schwindlig? Dann lass den Takt.</translation>
    </message>
    <message>
        <source>The pacer comes once your rest is learned.</source>
        <translation>Der Atemtakt kommt, sobald deine Ruhe erfasst ist.</translation>
    </message>
    <message>
        <source>There will be no pacer.</source>
        <translation>Es gibt keinen Atemtakt.</translation>
    </message>
    <message>
        <source>Arrow keys up and down change its pace.</source>
        <translation>Die Pfeiltasten auf und ab ändern sein Tempo.</translation>
    </message>
    <message>
        <source>Pacer: {pace} breaths a minute.</source>
        <translation>Atemtakt: {pace} Atemzüge pro Minute.</translation>
    </message>
    <message>
        <source>Pacer: {pace} breaths a minute. P shows it.</source>
        <translation>Atemtakt: {pace} Atemzüge pro Minute. P zeigt ihn.</translation>
    </message>
    <message>
        <source>The heart rate is shown.</source>
        <translation>Die Herzfrequenz wird gezeigt.</translation>
    </message>
    <message>
        <source>The heart rate is hidden.</source>
        <translation>Die Herzfrequenz ist ausgeblendet.</translation>
    </message>
    <message>
        <source>Press R again to learn your rest anew: three quiet minutes.</source>
        <translation>Noch einmal R erfasst deine Ruhe neu: drei stille Minuten.</translation>
    </message>
    <message>
        <source>Your rest is learned anew.</source>
        <translation>Deine Ruhe wird neu erfasst.</translation>
    </message>
    <message>
        <source>Your rest is being learned.</source>
        <translation>Deine Ruhe wird gerade erfasst.</translation>
    </message>
    <message>
        <source>begin</source>
        <translation>beginnen</translation>
    </message>
    <message>
        <source>heart rate</source>
        <translation>Herzfrequenz</translation>
    </message>
    <message>
        <source>rest anew</source>
        <translation>Ruhe neu</translation>
    </message>
    <message>
        <source>wait</source>
        <translation>warten</translation>
    </message>
    <message>
        <source>go on without it</source>
        <translation>ohne ihn weiter</translation>
    </message>
    <message>
        <source>end</source>
        <translation>beenden</translation>
    </message>
    <message>
        <source>Marked. Shift+M marks with a word.</source>
        <translation>Markiert. Umschalt+M markiert mit einem Wort.</translation>
    </message>
    <message>
        <source>Marked: {word}</source>
        <translation>Markiert: {word}</translation>
    </message>
    <message>
        <source>A word for this moment, then Enter</source>
        <translation>Ein Wort für diesen Moment, dann Enter</translation>
    </message>
    <message>
        <source>Noted: an urge came. U again when it has passed.</source>
        <translation>Notiert: ein Impuls kam. Noch einmal U, wenn er vorbei ist.</translation>
    </message>
    <message>
        <source>Noted: it has passed.</source>
        <translation>Notiert: er ist vorbei.</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>Gestoppt.</translation>
    </message>
    <message>
        <source>Nothing is asked of you now.</source>
        <translation>Jetzt ist nichts von dir gefragt.</translation>
    </message>
    <message>
        <source>Feel your feet on the floor.</source>
        <translation>Spür deine Füße auf dem Boden.</translation>
    </message>
    <message>
        <source>Look around, and find three things you can see.</source>
        <translation>Schau dich um und finde drei Dinge, die du siehst.</translation>
    </message>
    <message>
        <source>Let your breath do what it does.</source>
        <translation>Lass deinen Atem tun, was er tut.</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>biofeed: a recording</source>
        <translation>biofeed: eine Aufzeichnung</translation>
    </message>
    <message>
        <source>Time line of the recording</source>
        <translation>Zeitleiste der Aufzeichnung</translation>
    </message>
    <message>
        <source>{at} of {end}</source>
        <translation>{at} von {end}</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Abspielen</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Previous round</source>
        <translation>Vorige Runde</translation>
    </message>
    <message>
        <source>Next round</source>
        <translation>Nächste Runde</translation>
    </message>
    <message>
        <source>Previous rise</source>
        <translation>Voriger Anstieg</translation>
    </message>
    <message>
        <source>Next rise</source>
        <translation>Nächster Anstieg</translation>
    </message>
    <message>
        <source>Slower</source>
        <translation>Langsamer</translation>
    </message>
    <message>
        <source>Faster</source>
        <translation>Schneller</translation>
    </message>
    <message>
        <source>{speed}×</source>
        <translation>{speed}×</translation>
    </message>
    <message>
        <source>{speed} times as fast as it was</source>
        <translation>{speed}-mal so schnell wie damals</translation>
    </message>
    <message>
        <source>What the client saw</source>
        <translation>Was die Person sah</translation>
    </message>
    <message>
        <source>as seen then</source>
        <translation>damals</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Leertaste</translation>
    </message>
    <message>
        <source>round {number}</source>
        <translation>Runde {number}</translation>
    </message>
    <message>
        <source>a mark</source>
        <translation>eine Marke</translation>
    </message>
    <message>
        <source>reading the recording</source>
        <translation>die Aufzeichnung wird gelesen</translation>
    </message>
    <message>
        <source>All of it is shown now.</source>
        <translation>Jetzt ist alles zu sehen.</translation>
    </message>
    <message>
        <source>Shown as it was shown then.</source>
        <translation>Zu sehen ist, was damals zu sehen war.</translation>
    </message>
    <message>
        <source>a recording</source>
        <translation>eine Aufzeichnung</translation>
    </message>
    <message>
        <source>It rose, and was still up at the end.</source>
        <translation>Es stieg und war am Ende noch oben.</translation>
    </message>
    <message>
        <source>Nothing rose far or long enough above your rest to be told from it.</source>
        <translation>Nichts ist weit oder lang genug über deine Ruhe gestiegen, um sich von ihr abzuheben.</translation>
    </message>
    <message>
        <source>Your rest was not learned.</source>
        <translation>Deine Ruhe ist nicht erfasst.</translation>
    </message>
    <message>
        <source>So there was nothing to compare with. It takes a minute to arrive, and three quiet ones.</source>
        <translation>So gab es nichts zum Vergleichen. Es braucht eine Minute zum Ankommen und drei stille.</translation>
    </message>
    <message>
        <source>So there was nothing to compare with. {why}</source>
        <translation>So gab es nichts zum Vergleichen. {why}</translation>
    </message>
    <message>
        <source>It takes a minute to arrive, and three quiet ones.</source>
        <translation>Es braucht eine Minute zum Ankommen und drei stille.</translation>
    </message>
    <message>
        <source>Too many heartbeats were unclear: moist electrodes and sitting still help.</source>
        <translation>Zu viele Herzschläge waren undeutlich: feuchte Elektroden und still sitzen helfen.</translation>
    </message>
    <message>
        <source>Some heartbeats were unclear.</source>
        <translation>Einige Herzschläge waren undeutlich.</translation>
    </message>
    <message>
        <source>Heartbeats were missing for some seconds: a tighter strap helps.</source>
        <translation>Einige Sekunden lang fehlten Herzschläge: ein engerer Gurt hilft.</translation>
    </message>
    <message>
        <source>The heart rate was still on its way: some more minutes of sitting before the start help.</source>
        <translation>Die Herzfrequenz war noch unterwegs: ein paar Minuten länger sitzen vor dem Start hilft.</translation>
    </message>
    <message>
        <source>The heart rate moved a lot: sitting comfortably, with the hands at rest, helps.</source>
        <translation>Die Herzfrequenz hat sich viel bewegt: bequem sitzen, die Hände abgelegt, hilft.</translation>
    </message>
    <message>
        <source>Breathing was slow: an everyday breath is wanted there.</source>
        <translation>Der Atem war langsam: dort ist ein gewohnter Atem gefragt.</translation>
    </message>
    <message>
        <source>The rhythm varied too much for variability to be read.</source>
        <translation>Der Rhythmus schwankte zu sehr, um die Variabilität zu lesen.</translation>
    </message>
    <message>
        <source>It was far from earlier ones.</source>
        <translation>Sie lag weit weg von früheren.</translation>
    </message>
    <message>
        <source>Variability could not be read.</source>
        <translation>Die Variabilität war nicht zu lesen.</translation>
    </message>
    <message>
        <source>The session broke off.</source>
        <translation>Die Sitzung ist abgebrochen.</translation>
    </message>
    <message>
        <source>What was recorded until then is kept.</source>
        <translation>Was bis dahin aufgezeichnet wurde, bleibt erhalten.</translation>
    </message>
    <message>
        <source>The session could not begin.</source>
        <translation>Die Sitzung konnte nicht beginnen.</translation>
    </message>
    <message>
        <source>turned</source>
        <translation>Wende</translation>
    </message>
    <message>
        <source>halfway back</source>
        <translation>halb zurück</translation>
    </message>
    <message>
        <source>Back at rest {time} after it turned.</source>
        <translation>Zurück in Ruhe {time} nach der Wende.</translation>
    </message>
    <message>
        <source>{time} after turning</source>
        <translation>{time} nach der Wende</translation>
    </message>
    <message>
        <source>{share} % of it had come back.</source>
        <translation>{share} % davon waren zurückgekommen.</translation>
    </message>
    <message>
        <source>{share} % of it had come back after {time}.</source>
        <translation>{share} % davon waren nach {time} zurückgekommen.</translation>
    </message>
    <message>
        <source>At its height it was {times} times as far up as your rest itself swings.</source>
        <translation>Am höchsten Punkt war es {times}-mal so weit oben, wie deine Ruhe selbst schwingt.</translation>
    </message>
    <message>
        <source>It is one of {count}; others are drawn faint.</source>
        <translation>Es ist eine von {count}; die anderen sind blass gezeichnet.</translation>
    </message>
    <message>
        <source>An urge came, and passed after {time}.</source>
        <translation>Ein Impuls kam und verging nach {time}.</translation>
    </message>
    <message>
        <source>An urge came, and was still there at the end.</source>
        <translation>Ein Impuls kam und war am Ende noch da.</translation>
    </message>
    <message>
        <source>under 20 s</source>
        <translation>unter 20 s</translation>
    </message>
    <message>
        <source>It looks like movement.</source>
        <translation>Es sieht nach Bewegung aus.</translation>
    </message>
    <message>
        <source>The signal was only fair.</source>
        <translation>Das Signal war nur mäßig.</translation>
    </message>
    <message>
        <source>You breathed slowly: heart rate alone was read.</source>
        <translation>Du hast langsam geatmet: nur die Herzfrequenz zählte.</translation>
    </message>
    <message>
        <source>Some heartbeats are missing in it.</source>
        <translation>Darin fehlen einige Herzschläge.</translation>
    </message>
    <message>
        <source>Begin a session.</source>
        <translation>Eine Sitzung beginnen.</translation>
    </message>
    <message>
        <source>Where do the heartbeats come from?</source>
        <translation>Woher kommen die Herzschläge?</translation>
    </message>
    <message>
        <source>A strap</source>
        <translation>Ein Gurt</translation>
    </message>
    <message>
        <source>A simulated person</source>
        <translation>Eine simulierte Person</translation>
    </message>
    <message>
        <source>A recording</source>
        <translation>Eine Aufzeichnung</translation>
    </message>
    <message>
        <source>No strap is needed: a simulated person goes through the training you choose. It is the whole program, to look at and to try.</source>
        <translation>Du brauchst keinen Gurt: eine simulierte Person macht das Training, das du auswählst. Es ist das ganze Programm, zum Ansehen und Ausprobieren.</translation>
    </message>
    <message>
        <source>A recorded session, or a file of RR intervals, plays as if it happened now.</source>
        <translation>Eine aufgezeichnete Sitzung oder eine Datei mit RR-Abständen läuft ab, als geschähe es jetzt.</translation>
    </message>
    <message>
        <source>straps in reach</source>
        <translation>Gurte in Reichweite</translation>
    </message>
    <message>
        <source>Looking for straps. Wear yours, with moist electrodes.</source>
        <translation>Gurte werden gesucht. Leg deinen an, mit feuchten Elektroden.</translation>
    </message>
    <message>
        <source>Pick the one you wear. Its last four signs stand on its back.</source>
        <translation>Wähl den, den du trägst. Seine letzten vier Zeichen stehen auf der Rückseite.</translation>
    </message>
    <message>
        <source>No strap was found. {help} Then look again.</source>
        <translation>Kein Gurt gefunden. {help} Dann such noch einmal.</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>Neu suchen</translation>
    </message>
    <message>
        <source>in use by another program here</source>
        <translation>von einem anderen Programm hier benutzt</translation>
    </message>
    <message>
        <source>{bpm} bpm when asked</source>
        <translation>{bpm}/min bei der Suche</translation>
    </message>
    <message>
        <source>strong signal</source>
        <translation>starkes Signal</translation>
    </message>
    <message>
        <source>fair signal</source>
        <translation>mäßiges Signal</translation>
    </message>
    <message>
        <source>weak signal</source>
        <translation>schwaches Signal</translation>
    </message>
    <message>
        <source>signal not known</source>
        <translation>Signal unbekannt</translation>
    </message>
    <message>
        <source>Path of a recording</source>
        <translation>Pfad der Aufzeichnung</translation>
    </message>
    <message>
        <source>There is no such file or folder.</source>
        <translation>Diese Datei oder diesen Ordner gibt es nicht.</translation>
    </message>
    <message>
        <source>Browse</source>
        <translation>Durchsuchen</translation>
    </message>
    <message>
        <source>Goes by</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>A name for here only, not your own</source>
        <translation>Nur für hier, nicht dein eigener</translation>
    </message>
    <message>
        <source>As the desktop</source>
        <translation>System</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Farben</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Schrift</translation>
    </message>
    <message>
        <source>Motion</source>
        <translation>Bewegung</translation>
    </message>
    <message>
        <source>Less</source>
        <translation>Weniger</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>Beginnen</translation>
    </message>
    <message>
        <source>unnamed strap</source>
        <translation>Gurt ohne Namen</translation>
    </message>
    <message>
        <source>Simulated strap</source>
        <translation>Simulierter Gurt</translation>
    </message>
    <message>
        <source>The strap was not found.</source>
        <translation>Der Gurt wurde nicht gefunden.</translation>
    </message>
    <message>
        <source>This computer shows no Bluetooth radio.</source>
        <translation>An diesem Computer ist kein Bluetooth zu finden.</translation>
    </message>
    <message>
        <source>Bluetooth is switched off on this computer.</source>
        <translation>Bluetooth ist an diesem Computer aus.</translation>
    </message>
    <message>
        <source>This program may not use Bluetooth on this computer.</source>
        <translation>Dieses Programm darf an diesem Computer kein Bluetooth nutzen.</translation>
    </message>
    <message>
        <source>The strap is connected but sends no heartbeats.</source>
        <translation>Der Gurt ist verbunden, sendet aber keine Herzschläge.</translation>
    </message>
    <message>
        <source>The connection to the strap broke off.</source>
        <translation>Die Verbindung zum Gurt brach ab.</translation>
    </message>
    <message>
        <source>The strap refused the connection.</source>
        <translation>Der Gurt hat die Verbindung nicht angenommen.</translation>
    </message>
    <message>
        <source>The strap did not answer in time.</source>
        <translation>Der Gurt hat nicht rechtzeitig geantwortet.</translation>
    </message>
    <message>
        <source>The computer was asleep.</source>
        <translation>Der Computer hat geschlafen.</translation>
    </message>
    <message>
        <source>Another strap answered in place of the strap.</source>
        <translation>Statt des Gurts hat ein anderer geantwortet.</translation>
    </message>
    <message>
        <source>The strap does not offer heart rate over Bluetooth.</source>
        <translation>Der Gurt bietet über Bluetooth keine Herzfrequenz an.</translation>
    </message>
    <message>
        <source>The connection to the strap did not hold.</source>
        <translation>Die Verbindung zum Gurt hielt nicht.</translation>
    </message>
    <message>
        <source>Wet the electrodes, wear it, and close any other app or watch that uses it: many straps serve one at a time.</source>
        <translation>Feuchte die Elektroden an, leg ihn an, und schließ jede andere App oder Uhr, die ihn nutzt: viele Gurte bedienen nur eine.</translation>
    </message>
    <message>
        <source>Plug in a Bluetooth adapter, then try again.</source>
        <translation>Steck einen Bluetooth-Adapter ein und versuch es noch einmal.</translation>
    </message>
    <message>
        <source>Switch Bluetooth on, then try again.</source>
        <translation>Schalte Bluetooth ein und versuch es noch einmal.</translation>
    </message>
    <message>
        <source>Allow it in the system settings, then try again.</source>
        <translation>Erlaube es in den Systemeinstellungen und versuch es noch einmal.</translation>
    </message>
    <message>
        <source>Wet the electrodes and tighten the strap; it is being connected anew.</source>
        <translation>Feuchte die Elektroden an und zieh den Gurt enger; er wird neu verbunden.</translation>
    </message>
    <message>
        <source>Stay within a few metres; it reconnects by itself. If it does not, check its battery.</source>
        <translation>Bleib in der Nähe; er verbindet sich von selbst. Wenn nicht, sieh nach der Batterie.</translation>
    </message>
    <message>
        <source>Close any other app that uses it, take it off for half a minute, and put it on again.</source>
        <translation>Schließ jede andere App, die ihn nutzt, nimm ihn eine halbe Minute ab, und leg ihn wieder an.</translation>
    </message>
    <message>
        <source>It is tried again by itself. If that goes on, switch Bluetooth off and on.</source>
        <translation>Der nächste Versuch läuft von selbst. Bleibt es dabei, schalte Bluetooth aus und wieder ein.</translation>
    </message>
    <message>
        <source>The strap is being connected anew; nothing needs doing.</source>
        <translation>Der Gurt wird neu verbunden; es gibt nichts zu tun.</translation>
    </message>
    <message>
        <source>Put the first strap back on, or end this session and begin one with the other.</source>
        <translation>Leg den ersten Gurt wieder an, oder beende diese Sitzung und beginn eine mit dem anderen.</translation>
    </message>
    <message>
        <source>Choose a chest strap that does, or switch on its Bluetooth broadcast.</source>
        <translation>Wähl einen Brustgurt, der das tut, oder schalte seine Bluetooth-Übertragung ein.</translation>
    </message>
    <message>
        <source>If it stays away: bluetoothctl power off, then bluetoothctl power on.</source>
        <translation>Bleibt er aus: bluetoothctl power off, dann bluetoothctl power on.</translation>
    </message>
    <message>
        <source>If it stays away, see that the terminal or the app is allowed under System Settings, Privacy &amp; Security, Bluetooth.</source>
        <translation>Bleibt er aus, erlaube dem Terminal oder der App den Zugriff unter Systemeinstellungen, Datenschutz &amp; Sicherheit, Bluetooth.</translation>
    </message>
    <message>
        <source>If Windows lists it under Bluetooth &amp; devices, remove it there.</source>
        <translation>Führt Windows ihn unter Bluetooth und Geräte, entferne ihn dort.</translation>
    </message>
    <message>
        <source>Plug in a Bluetooth adapter, and see that the service runs: systemctl start bluetooth.</source>
        <translation>Steck einen Bluetooth-Adapter ein, und sieh nach, ob der Dienst läuft: systemctl start bluetooth.</translation>
    </message>
    <message>
        <source>Switch it on in the settings, or with: bluetoothctl power on.</source>
        <translation>Schalte es in den Einstellungen ein, oder mit: bluetoothctl power on.</translation>
    </message>
    <message>
        <source>Ask for membership of the group &apos;bluetooth&apos;, log out and in, and try again.</source>
        <translation>Lass dich in die Gruppe „bluetooth“ aufnehmen, melde dich ab und wieder an, und versuch es noch einmal.</translation>
    </message>
    <message>
        <source>Allow it for the terminal or the app under System Settings, Privacy &amp; Security, Bluetooth.</source>
        <translation>Erlaube es dem Terminal oder der App unter Systemeinstellungen, Datenschutz &amp; Sicherheit, Bluetooth.</translation>
    </message>
    <message>
        <source>Switch Bluetooth on in the Control Centre.</source>
        <translation>Schalte Bluetooth im Kontrollzentrum ein.</translation>
    </message>
    <message>
        <source>Allow it under Settings, Privacy &amp; security, and try again.</source>
        <translation>Erlaube es unter Einstellungen, Datenschutz und Sicherheit, und versuch es noch einmal.</translation>
    </message>
    <message>
        <source>Switch it on under Settings, Bluetooth &amp; devices.</source>
        <translation>Schalte es unter Einstellungen, Bluetooth und Geräte ein.</translation>
    </message>
    <message>
        <source>Close any other app that uses it; if Windows lists it under Bluetooth &amp; devices, remove it there and try again.</source>
        <translation>Schließ jede andere App, die ihn nutzt; führt Windows ihn unter Bluetooth und Geräte, entferne ihn dort und versuch es noch einmal.</translation>
    </message>
    <message>
        <source>Another program on this computer uses this strap. Close that program, or switch Bluetooth off and on, then look again.</source>
        <translation>Ein anderes Programm auf diesem Computer nutzt diesen Gurt. Schließ es, oder schalte Bluetooth aus und wieder ein; dann such noch einmal.</translation>
    </message>
    <message>
        <source>today&apos;s {minutes:.0f} minutes of activation are over, so &apos;{protocol}&apos; can begin again tomorrow. Open practice can be begun at any time.</source>
        <translation>die {minutes:.0f} Minuten Aktivierung von heute sind um, also kann „{protocol}“ morgen wieder beginnen. Freies Üben geht jederzeit.</translation>
    </message>
    <message>
        <source>{count} sessions were cut off and recovered. They are all kept.</source>
        <translation>{count} Sitzungen waren abgeschnitten und sind wiederhergestellt. Alle sind aufbewahrt.</translation>
    </message>
    <message>
        <source>Before &apos;{protocol}&apos; a few questions are asked, and a clinician agrees where one of them applies. Open practice can be begun without.</source>
        <translation>Vor „{protocol}“ kommen ein paar Fragen, und wo eine davon zutrifft, stimmt eine Fachperson zu. Freies Üben geht auch ohne.</translation>
    </message>
    <message>
        <source>is missing; give {allowed}</source>
        <translation>fehlt; gib {allowed} an</translation>
    </message>
    <message>
        <source>is {found:g}, and an activation by {kind} lasts at most {most:g} s</source>
        <translation>ist {found:g}, und eine Aktivierung durch {kind} dauert höchstens {most:g} s</translation>
    </message>
    <message>
        <source>has to hold &apos;time&apos; and &apos;key&apos;: an activation can always be let go</source>
        <translation>braucht &apos;time&apos; und &apos;key&apos;: eine Aktivierung lässt sich jederzeit loslassen</translation>
    </message>
    <message>
        <source>is missing</source>
        <translation>fehlt</translation>
    </message>
    <message>
        <source>is {found:g}</source>
        <translation>ist {found:g}</translation>
    </message>
    <message>
        <source>{found}; give the height in z at which it is let go, above {above:g} and at most {most:g}</source>
        <translation>{found}; gib die Höhe in z an, bei der sie losgelassen wird, über {above:g} und höchstens {most:g}</translation>
    </message>
    <message>
        <source>belongs to a phase of the kind &apos;activate&apos;; leave it out here</source>
        <translation>gehört zu einer Phase der Art &apos;activate&apos;; lass es hier weg</translation>
    </message>
    <message>
        <source>is &apos;{kind}&apos; for more than {most} activations, the most in a session</source>
        <translation>ist &apos;{kind}&apos; bei mehr als {most} Aktivierungen, so vielen wie höchstens in eine Sitzung passen</translation>
    </message>
    <message>
        <source>begins at most {planned_s:g} s after the activation before it; the longest_s of the phases between come to {rest_s:g} s or more</source>
        <translation>beginnt höchstens {planned_s:g} s nach der Aktivierung davor; gib den Phasen dazwischen zusammen ein longest_s von {rest_s:g} s oder mehr</translation>
    </message>
    <message>
        <source>of all activations comes to {asked_s:g} s, and a day holds at most {dose_s:g} s</source>
        <translation>aller Aktivierungen ergibt {asked_s:g} s, und ein Tag hat höchstens {dose_s:g} s</translation>
    </message>
    <message>
        <source>nobody settles on demand, and a strap may be lost</source>
        <translation>niemand kommt auf Befehl zur Ruhe, und ein Gurt kann ausfallen</translation>
    </message>
    <message>
        <source>who rests with closed eyes presses no key</source>
        <translation>wer mit geschlossenen Augen ruht, drückt keine Taste</translation>
    </message>
    <message>
        <source>who looks around may forget the key</source>
        <translation>wer sich umsieht, vergisst vielleicht die Taste</translation>
    </message>
    <message>
        <source>the recording ends with it</source>
        <translation>mit ihr endet die Aufzeichnung</translation>
    </message>
    <message>
        <source>holds &apos;settled&apos; in a blind phase, whose end would tell; give &apos;time&apos;</source>
        <translation>enthält &apos;settled&apos; in einer blinden Phase, und das Ende würde es verraten; gib &apos;time&apos; an</translation>
    </message>
    <message>
        <source>is missing, and &apos;time&apos; is among its ends; give s above 0</source>
        <translation>fehlt, und &apos;time&apos; steht in ends; gib s über 0 an</translation>
    </message>
    <message>
        <source>give s above 0 and at most {most:g}</source>
        <translation>gib s über 0 und höchstens {most:g} an</translation>
    </message>
    <message>
        <source>is missing, and there are activations; {allowed}</source>
        <translation>fehlt, und es gibt Aktivierungen; {allowed}</translation>
    </message>
    <message>
        <source>of the first two phases has to be &apos;arrive&apos;, then &apos;calibrate&apos;</source>
        <translation>der ersten beiden Phasen ist immer &apos;arrive&apos;, dann &apos;calibrate&apos;</translation>
    </message>
    <message>
        <source>is &apos;{after}&apos;, and what follows &apos;{before}&apos; is {follows}</source>
        <translation>ist &apos;{after}&apos;, und auf &apos;{before}&apos; folgt {follows}</translation>
    </message>
    <message>
        <source>of the last phase has to be &apos;close&apos;, or its only end &apos;stop&apos;</source>
        <translation>der letzten Phase ist immer &apos;close&apos;, oder &apos;stop&apos; ihr einziges Ende</translation>
    </message>
    <message>
        <source>holds &apos;stop&apos; before the last phase, so the next never begins</source>
        <translation>enthält &apos;stop&apos; vor der letzten Phase, also beginnt die nächste nie</translation>
    </message>
    <message>
        <source>is empty; a phase has to end, by {rules}</source>
        <translation>ist leer; eine Phase endet durch {rules}</translation>
    </message>
    <message>
        <source>holds &apos;{rule}&apos;, which ends only &apos;{kind}&apos;</source>
        <translation>enthält &apos;{rule}&apos;, und das beendet nur &apos;{kind}&apos;</translation>
    </message>
    <message>
        <source>has to hold &apos;time&apos;: {why}</source>
        <translation>braucht &apos;time&apos;: {why}</translation>
    </message>
    <message>
        <source>holds &apos;key&apos;, and no key makes a rest known</source>
        <translation>enthält &apos;key&apos;, und keine Taste macht eine Ruhe bekannt</translation>
    </message>
    <message>
        <source>has to hold &apos;baseline&apos;: all that follows is seen against it</source>
        <translation>braucht &apos;baseline&apos;: alles Weitere wird daran gemessen</translation>
    </message>
    <message>
        <source>has to hold &apos;time&apos; where longest_s is given</source>
        <translation>braucht &apos;time&apos;, wo longest_s angegeben ist</translation>
    </message>
    <message>
        <source>is {found:g}; give s from 0</source>
        <translation>ist {found:g}; gib s ab 0 an</translation>
    </message>
    <message>
        <source>is {found:g}, and longest_s only {longest_s:g}</source>
        <translation>ist {found:g}, und longest_s nur {longest_s:g}</translation>
    </message>
    <message>
        <source>is {found:g}; {allowed}</source>
        <translation>ist {found:g}; {allowed}</translation>
    </message>
    <message>
        <source>is {found}, and has to be {number}</source>
        <translation>ist {found}, hier gehört {number} hin</translation>
    </message>
    <message>
        <source>{others} or {last}</source>
        <translation>{others} oder {last}</translation>
    </message>
    <message>
        <source>{found} entries where {wanted} belong</source>
        <translation>{found} Einträge, wo {wanted} hingehören</translation>
    </message>
    <message>
        <source>{found} is no {kind}</source>
        <translation>{found} ist kein {kind}</translation>
    </message>
    <message>
        <source>{name} is missing</source>
        <translation>{name} fehlt</translation>
    </message>
    <message>
        <source>{name}: {why}</source>
        <translation>{name}: {why}</translation>
    </message>
    <message>
        <source>{found} is no number</source>
        <translation>{found} ist keine Zahl</translation>
    </message>
    <message>
        <source>a number too large</source>
        <translation>eine zu große Zahl</translation>
    </message>
    <message>
        <source>a number that is not finite</source>
        <translation>eine Zahl, die nicht endlich ist</translation>
    </message>
    <message>
        <source>{found} is no whole number</source>
        <translation>{found} ist keine ganze Zahl</translation>
    </message>
    <message>
        <source>{found} is neither true nor false</source>
        <translation>{found} ist weder true noch false</translation>
    </message>
    <message>
        <source>{found} is no text</source>
        <translation>{found} ist kein Text</translation>
    </message>
    <message>
        <source>{found} is not hexadecimal</source>
        <translation>{found} ist nicht hexadezimal</translation>
    </message>
    <message>
        <source>{found} is no list</source>
        <translation>{found} ist keine Liste</translation>
    </message>
    <message>
        <source>{found} is no object</source>
        <translation>{found} ist kein Objekt</translation>
    </message>
    <message>
        <source>is larger than {kb} kB: no protocol is</source>
        <translation>ist größer als {kb} kB: kein Training ist das</translation>
    </message>
    <message>
        <source>is no text in UTF-8 (byte {byte}); save it as UTF-8</source>
        <translation>ist kein Text in UTF-8 (Byte {byte}); speichere es als UTF-8</translation>
    </message>
    <message>
        <source>has more than {most} characters in line {line}; break it</source>
        <translation>hat mehr als {most} Zeichen in Zeile {line}; brich sie um</translation>
    </message>
    <message>
        <source>is nested too deeply to be read</source>
        <translation>ist zu tief verschachtelt, um gelesen zu werden</translation>
    </message>
    <message>
        <source>is {found}; give small letters a to z, digits and hyphens</source>
        <translation>ist {found}; nimm kleine Buchstaben von a bis z, Ziffern und Bindestriche</translation>
    </message>
    <message>
        <source>part {number}</source>
        <translation>Teil {number}</translation>
    </message>
    <message>
        <source>leads to more than {most} phases</source>
        <translation>führt zu mehr als {most} Phasen</translation>
    </message>
    <message>
        <source>names {levels} levels; give one for each of its {times} times</source>
        <translation>nennt {levels} Stufen; gib für jedes der {times} Male eine an</translation>
    </message>
    <message>
        <source>phase {number} of {part}</source>
        <translation>Phase {number} von {part}</translation>
    </message>
    <message>
        <source>{place} ({kind})</source>
        <translation>{place} ({kind})</translation>
    </message>
    <message>
        <source>means something only where &apos;settled&apos; is among the ends; leave it out</source>
        <translation>bedeutet nur etwas, wo &apos;settled&apos; in ends steht; lass es weg</translation>
    </message>
    <message>
        <source>is set by {part} already; leave one of both out</source>
        <translation>ist schon durch {part} festgelegt; lass eines von beiden weg</translation>
    </message>
    <message>
        <source>Protocol {file}</source>
        <translation>Training {file}</translation>
    </message>
    <message>
        <source>{file}, {phase}</source>
        <translation>{file}, {phase}</translation>
    </message>
    <message>
        <source>{where}: {key}</source>
        <translation>{where}: {key}</translation>
    </message>
    <message>
        <source>{where}:</source>
        <translation>{where}:</translation>
    </message>
    <message>
        <source>{where} {why}.</source>
        <translation>{where} {why}.</translation>
    </message>
    <message>
        <source>&apos;{name}&apos;</source>
        <translation>„{name}“</translation>
    </message>
    <message>
        <source>a list</source>
        <translation>eine Liste</translation>
    </message>
    <message>
        <source>a table</source>
        <translation>eine Tabelle</translation>
    </message>
    <message>
        <source>a date or a time</source>
        <translation>ein Datum oder eine Uhrzeit</translation>
    </message>
    <message>
        <source>is &apos;{name}&apos;, which comes with biofeed; give it another</source>
        <translation>ist „{name}“, und das gehört zu biofeed; gib einen anderen an</translation>
    </message>
    <message>
        <source>no such name is possible</source>
        <translation>so ein Name ist nicht möglich</translation>
    </message>
    <message>
        <source>could not be read: {why}</source>
        <translation>ließ sich nicht lesen: {why}</translation>
    </message>
    <message>
        <source>is a folder; name a file in TOML</source>
        <translation>ist ein Ordner; nenne eine Datei in TOML</translation>
    </message>
    <message>
        <source>is a device or a pipe; name a file in TOML</source>
        <translation>ist ein Gerät oder eine Pipe; nenne eine Datei in TOML</translation>
    </message>
    <message>
        <source>does not exist; check the name and the folder</source>
        <translation>gibt es nicht; sieh nach dem Namen und dem Ordner</translation>
    </message>
    <message>
        <source>does not exist; there are {names}, or name a file of your own</source>
        <translation>gibt es nicht; es gibt {names}, oder nenne eine eigene Datei</translation>
    </message>
    <message>
        <source>it is no session of biofeed&apos;s</source>
        <translation>das ist keine Sitzung von biofeed</translation>
    </message>
    <message>
        <source>its header names no schema</source>
        <translation>der Kopf nennt kein Schema</translation>
    </message>
    <message>
        <source>its header misfits ({misfit})</source>
        <translation>der Kopf passt nicht ({misfit})</translation>
    </message>
    <message>
        <source>does not exist.</source>
        <translation>gibt es nicht.</translation>
    </message>
    <message>
        <source>is no folder, or lies in something that is none.</source>
        <translation>ist kein Ordner oder liegt in etwas, das keiner ist.</translation>
    </message>
    <message>
        <source>is on a disk that can only be read.</source>
        <translation>liegt auf einem Datenträger, der sich nur lesen lässt.</translation>
    </message>
    <message>
        <source>may not be used by you.</source>
        <translation>darfst du nicht benutzen.</translation>
    </message>
    <message>
        <source>holds a recording already, and none is ever overwritten.</source>
        <translation>enthält schon eine Aufzeichnung, und keine wird je überschrieben.</translation>
    </message>
    <message>
        <source>is on a disk that is full.</source>
        <translation>liegt auf einem Datenträger, der voll ist.</translation>
    </message>
    <message>
        <source>could not be used: {detail}.</source>
        <translation>ließ sich nicht benutzen: {detail}.</translation>
    </message>
    <message>
        <source>Set BIOFEED_HOME to another folder, and try again.</source>
        <translation>Setze BIOFEED_HOME auf einen anderen Ordner, und versuch es noch einmal.</translation>
    </message>
    <message>
        <source>Check the name and that its disk is connected.</source>
        <translation>Sieh nach, ob der Name stimmt und der Datenträger angeschlossen ist.</translation>
    </message>
    <message>
        <source>Change its permissions, or set BIOFEED_HOME elsewhere.</source>
        <translation>Ändere die Zugriffsrechte, oder setze BIOFEED_HOME auf einen anderen Ort.</translation>
    </message>
    <message>
        <source>Begin a new session: it gets a folder of its own.</source>
        <translation>Beginne eine neue Sitzung: sie bekommt einen eigenen Ordner.</translation>
    </message>
    <message>
        <source>Make room on it, and try again.</source>
        <translation>Schaffe dort Platz, und versuch es noch einmal.</translation>
    </message>
    <message>
        <source>Check the disk, or set BIOFEED_HOME to a folder on another one.</source>
        <translation>Prüfe den Datenträger, oder setze BIOFEED_HOME auf einen Ordner auf einem anderen.</translation>
    </message>
    <message>
        <source>&apos;{path}&apos; {happened} {remedy}</source>
        <translation>„{path}“ {happened} {remedy}</translation>
    </message>
    <message>
        <source>&apos;{path}&apos; is a folder without a recording. Name the folder of one session, or a file.</source>
        <translation>„{path}“ ist ein Ordner ohne Aufzeichnung. Nenne den Ordner einer Sitzung oder eine Datei.</translation>
    </message>
    <message>
        <source>The disk of &apos;{path}&apos; has only {free} MB free, and a session needs {needed} MB to begin. Make room on it, or set BIOFEED_HOME to a folder on another disk.</source>
        <translation>Der Datenträger von „{path}“ hat nur {free} MB frei, und eine Sitzung braucht {needed} MB, um zu beginnen. Schaffe dort Platz, oder setze BIOFEED_HOME auf einen Ordner auf einem anderen Datenträger.</translation>
    </message>
    <message>
        <source>&apos;{path}&apos; is being recorded by another session. End that one first, or begin a new session.</source>
        <translation>„{path}“ wird gerade von einer anderen Sitzung aufgezeichnet. Beende erst die andere, oder beginne eine neue Sitzung.</translation>
    </message>
    <message>
        <source>{records} records of &apos;{path}&apos; are still in memory, because its disk cannot be written. Make room on it or connect it again, and keep this program open meanwhile.</source>
        <translation>{records} Einträge von „{path}“ sind noch im Arbeitsspeicher, weil sich der Datenträger nicht beschreiben lässt. Schaffe dort Platz oder schließ ihn wieder an, und lass dieses Programm so lange offen.</translation>
    </message>
    <message>
        <source>&apos;{path}&apos;, line {line}: {why}. Check that it is the right file, or take it from a backup.</source>
        <translation>„{path}“, Zeile {line}: {why}. Sieh nach, ob es die richtige Datei ist, oder nimm sie aus einer Sicherung.</translation>
    </message>
    <message>
        <source>&apos;{path}&apos; has schema {found}, and this version of biofeed reads up to {known}. Install a newer biofeed to read it.</source>
        <translation>„{path}“ hat das Schema {found}, und diese Version von biofeed liest bis {known}. Installiere ein neueres biofeed, um es zu lesen.</translation>
    </message>
    <message>
        <source>{seconds:.0f} s</source>
        <translation>{seconds:.0f} s</translation>
    </message>
    <message>
        <source>{left}, cut at {time}</source>
        <translation>{left}, abgeschnitten am {time}</translation>
    </message>
    <message>
        <source>{left}; {count} records unreadable</source>
        <translation>{left}; {count} Einträge nicht lesbar</translation>
    </message>
    <message>
        <source>Session &apos;{folder}&apos; was cut off and recovered: {left}.</source>
        <translation>Die Sitzung „{folder}“ war abgeschnitten und ist wiederhergestellt: {left}.</translation>
    </message>
    <message>
        <source>cannot declare {found} twice</source>
        <translation>{found} steht zweimal da</translation>
    </message>
    <message>
        <source>cannot mutate immutable namespace {found}</source>
        <translation>an {found} lässt sich nichts mehr ändern</translation>
    </message>
    <message>
        <source>cannot overwrite a value</source>
        <translation>ein Wert steht schon da</translation>
    </message>
    <message>
        <source>cannot redefine namespace {found}</source>
        <translation>{found} ist schon festgelegt</translation>
    </message>
    <message>
        <source>duplicate inline table key {found}</source>
        <translation>der Schlüssel {found} steht zweimal in einer Tabelle</translation>
    </message>
    <message>
        <source>escaped character is not a Unicode scalar value</source>
        <translation>das umschriebene Zeichen gibt es in Unicode nicht</translation>
    </message>
    <message>
        <source>expected &apos;=&apos; after a key in a key/value pair</source>
        <translation>nach einem Schlüssel gehört &apos;=&apos; hin</translation>
    </message>
    <message>
        <source>expected &apos;]&apos; at the end of a table declaration</source>
        <translation>an das Ende einer Tabellenzeile gehört &apos;]&apos;</translation>
    </message>
    <message>
        <source>expected &apos;]]&apos; at the end of an array declaration</source>
        <translation>an das Ende einer Listenzeile gehört &apos;]]&apos;</translation>
    </message>
    <message>
        <source>expected newline or end of document after a statement</source>
        <translation>nach einer Angabe gehört eine neue Zeile hin oder das Ende der Datei</translation>
    </message>
    <message>
        <source>expected {found}</source>
        <translation>hier gehört {found} hin</translation>
    </message>
    <message>
        <source>found invalid character {found}</source>
        <translation>das Zeichen {found} gehört nicht hierher</translation>
    </message>
    <message>
        <source>illegal character {found}</source>
        <translation>das Zeichen {found} ist nicht erlaubt</translation>
    </message>
    <message>
        <source>invalid date or datetime</source>
        <translation>dieses Datum oder diese Uhrzeit gibt es nicht</translation>
    </message>
    <message>
        <source>invalid hex value</source>
        <translation>das ist keine hexadezimale Zahl</translation>
    </message>
    <message>
        <source>invalid initial character for a key part</source>
        <translation>mit diesem Zeichen beginnt kein Schlüssel</translation>
    </message>
    <message>
        <source>invalid statement</source>
        <translation>das ist keine Angabe</translation>
    </message>
    <message>
        <source>invalid value</source>
        <translation>das ist kein Wert</translation>
    </message>
    <message>
        <source>unclosed array</source>
        <translation>eine Liste ist nicht geschlossen</translation>
    </message>
    <message>
        <source>unclosed inline table</source>
        <translation>eine Tabelle ist nicht geschlossen</translation>
    </message>
    <message>
        <source>unescaped &apos;\&apos; in a string</source>
        <translation>in einem Text steht ein einzelnes &apos;\&apos;</translation>
    </message>
    <message>
        <source>unterminated string</source>
        <translation>ein Text hat kein Ende</translation>
    </message>
    <message>
        <source>is not TOML as it stands: {why}</source>
        <translation>ist so kein TOML: {why}</translation>
    </message>
    <message>
        <source>it holds a number of too many digits</source>
        <translation>eine Zahl hat zu viele Ziffern</translation>
    </message>
    <message>
        <source>{fault} (at line {line}, column {column})</source>
        <translation>{fault} (Zeile {line}, Spalte {column})</translation>
    </message>
    <message>
        <source>{fault} (at end of document)</source>
        <translation>{fault} (am Ende der Datei)</translation>
    </message>
    <message>
        <source>is not known; give {keys}</source>
        <translation>ist nicht bekannt; es gibt {keys}</translation>
    </message>
    <message>
        <source>a text of 1 to {most} characters</source>
        <translation>einen Text von 1 bis {most} Zeichen</translation>
    </message>
    <message>
        <source>a list of up to {most} texts of 1 to {longest} characters</source>
        <translation>eine Liste von bis zu {most} Texten mit 1 bis {longest} Zeichen</translation>
    </message>
    <message>
        <source>true or false</source>
        <translation>true oder false</translation>
    </message>
    <message>
        <source>a number</source>
        <translation>eine Zahl</translation>
    </message>
    <message>
        <source>is larger than any number that fits</source>
        <translation>ist größer als jede Zahl, die passt</translation>
    </message>
    <message>
        <source>a finite number</source>
        <translation>eine endliche Zahl</translation>
    </message>
    <message>
        <source>a whole number from 1 to {most}</source>
        <translation>eine ganze Zahl von 1 bis {most}</translation>
    </message>
    <message>
        <source>a list of {members}</source>
        <translation>eine Liste aus {members}</translation>
    </message>
    <message>
        <source>at least one {heading}</source>
        <translation>mindestens ein {heading}</translation>
    </message>
    <message>
        <source>1 to {most} times {heading}</source>
        <translation>1 bis {most} mal {heading}</translation>
    </message>
    <message>
        <source>is {found}; give {allowed}</source>
        <translation>ist {found}; gib {allowed} an</translation>
    </message>
    <message>
        <source>says {found}; give {allowed}</source>
        <translation>sagt {found}; gib {allowed} an</translation>
    </message>
    <message>
        <source>has {found} characters; give at most {most}</source>
        <translation>hat {found} Zeichen; nimm höchstens {most}</translation>
    </message>
    <message>
        <source>holds a control character; give plain text</source>
        <translation>enthält ein Steuerzeichen; nimm einfachen Text</translation>
    </message>
    <message>
        <source>around {median}</source>
        <translation>um {median}</translation>
    </message>
    <message>
        <source>it says &apos;{stated}&apos;, with numbers {around}</source>
        <translation>da steht „{stated}“, mit Zahlen {around}</translation>
    </message>
    <message>
        <source>{days:.0f} days</source>
        <translation>{days:.0f} Tage</translation>
    </message>
    <message>
        <source>is a folder, and not a file of RR intervals.</source>
        <translation>ist ein Ordner und keine Datei mit RR-Abständen.</translation>
    </message>
    <message>
        <source>is a device or a pipe, and not an ordinary file.</source>
        <translation>ist ein Gerät oder eine Pipe und keine gewöhnliche Datei.</translation>
    </message>
    <message>
        <source>may not be read by you.</source>
        <translation>darfst du nicht lesen.</translation>
    </message>
    <message>
        <source>could not be read: {found}.</source>
        <translation>ließ sich nicht lesen: {found}.</translation>
    </message>
    <message>
        <source>is larger than {found}: no recording of heartbeats is.</source>
        <translation>ist größer als {found}: keine Aufzeichnung von Herzschlägen ist das.</translation>
    </message>
    <message>
        <source>is empty.</source>
        <translation>ist leer.</translation>
    </message>
    <message>
        <source>is no text: it looks like {found}.</source>
        <translation>ist kein Text: sie sieht aus wie {found}.</translation>
    </message>
    <message>
        <source>looks like JSON, and not like a table of RR intervals.</source>
        <translation>sieht nach JSON aus und nicht nach einer Tabelle von RR-Abständen.</translation>
    </message>
    <message>
        <source>looks like XML or HTML, and not like a table of RR intervals.</source>
        <translation>sieht nach XML oder HTML aus und nicht nach einer Tabelle von RR-Abständen.</translation>
    </message>
    <message>
        <source>holds no RR interval.</source>
        <translation>enthält keinen RR-Abstand.</translation>
    </message>
    <message>
        <source>names no column of RR intervals: it says {found}.</source>
        <translation>nennt keine Spalte mit RR-Abständen: da steht {found}.</translation>
    </message>
    <message>
        <source>holds a summary of each measurement ({found}), not its RR intervals.</source>
        <translation>enthält von jeder Messung eine Zusammenfassung ({found}) und keine RR-Abstände.</translation>
    </message>
    <message>
        <source>looks like heart rates in bpm ({found}), not RR intervals; the one cannot be turned into the other.</source>
        <translation>sieht nach Herzfrequenzen in bpm aus ({found}) und nicht nach RR-Abständen; das eine lässt sich nicht in das andere umrechnen.</translation>
    </message>
    <message>
        <source>says {found} where a number belongs.</source>
        <translation>sagt {found}, wo eine Zahl hingehört.</translation>
    </message>
    <message>
        <source>says {found} where a date and time belong.</source>
        <translation>sagt {found}, wo Datum und Uhrzeit hingehören.</translation>
    </message>
    <message>
        <source>has another number of columns than expected: {found}.</source>
        <translation>hat eine andere Zahl von Spalten als erwartet: {found}.</translation>
    </message>
    <message>
        <source>says that an RR interval took {found}, which cannot be.</source>
        <translation>gibt einem RR-Abstand eine Dauer von {found}, und das kann nicht sein.</translation>
    </message>
    <message>
        <source>lies before the beat above it: its time is {found}.</source>
        <translation>liegt vor dem Herzschlag darüber: die Zeit ist {found}.</translation>
    </message>
    <message>
        <source>lies before the start of the recording, at {found}.</source>
        <translation>liegt vor dem Beginn der Aufzeichnung, bei {found}.</translation>
    </message>
    <message>
        <source>reaches beyond the longest recording that is read, {found}.</source>
        <translation>reicht weiter als jede Aufzeichnung, die gelesen wird, {found}.</translation>
    </message>
    <message>
        <source>holds numbers {found}, which are RR intervals neither in ms nor in s.</source>
        <translation>enthält Zahlen {found}, und das sind RR-Abstände weder in ms noch in s.</translation>
    </message>
    <message>
        <source>contradicts its own header: {found}.</source>
        <translation>widerspricht der eigenen Kopfzeile: {found}.</translation>
    </message>
    <message>
        <source>has times that do not fit its RR intervals.</source>
        <translation>hat Zeiten, die nicht zu den RR-Abständen passen.</translation>
    </message>
    <message>
        <source>Export the RR (beat-to-beat) intervals from the app, and name that file.</source>
        <translation>Exportiere die RR-Abstände (von Schlag zu Schlag) aus der App, und nenne diese Datei.</translation>
    </message>
    <message>
        <source>Correct or remove that line, or export the file anew.</source>
        <translation>Berichtige oder lösche diese Zeile, oder exportiere die Datei neu.</translation>
    </message>
    <message>
        <source>Give it the header &apos;t_s,rr_ms&apos; (time of the beat in s, interval in ms), or one RR interval a line.</source>
        <translation>Gib ihr die Kopfzeile „t_s,rr_ms“ (Zeit des Herzschlags in s, Abstand in ms), oder einen RR-Abstand in jeder Zeile.</translation>
    </message>
    <message>
        <source>Check the name and the folder.</source>
        <translation>Sieh nach dem Namen und dem Ordner.</translation>
    </message>
    <message>
        <source>Name the file in it.</source>
        <translation>Nenne die Datei darin.</translation>
    </message>
    <message>
        <source>Save the intervals to a file, and name that.</source>
        <translation>Speichere die Abstände in eine Datei, und nenne diese.</translation>
    </message>
    <message>
        <source>Change its permissions, or copy it to a folder of yours.</source>
        <translation>Ändere die Zugriffsrechte, oder kopiere sie in einen eigenen Ordner.</translation>
    </message>
    <message>
        <source>Copy it to this computer&apos;s own disk, and try again.</source>
        <translation>Kopiere sie auf den Datenträger dieses Computers, und versuch es noch einmal.</translation>
    </message>
    <message>
        <source>Check that it is the right file, or split it.</source>
        <translation>Sieh nach, ob es die richtige Datei ist, oder teile sie.</translation>
    </message>
    <message>
        <source>Export it as text (CSV or TXT), and name that file.</source>
        <translation>Exportiere sie als Text (CSV oder TXT), und nenne diese Datei.</translation>
    </message>
    <message>
        <source>Sort the lines by time, or split the file where a new recording begins.</source>
        <translation>Ordne die Zeilen nach der Zeit, oder teile die Datei, wo eine neue Aufzeichnung beginnt.</translation>
    </message>
    <message>
        <source>Count the times from the start of the recording.</source>
        <translation>Zähle die Zeiten vom Beginn der Aufzeichnung an.</translation>
    </message>
    <message>
        <source>Count times in s from the start of the recording, intervals in ms, and split what is longer.</source>
        <translation>Zähle Zeiten in s vom Beginn der Aufzeichnung an, Abstände in ms, und teile, was länger ist.</translation>
    </message>
    <message>
        <source>Give it a header that names the unit: &apos;rr_ms&apos; or &apos;rr_s&apos;.</source>
        <translation>Gib ihr eine Kopfzeile, die die Einheit nennt: „rr_ms“ oder „rr_s“.</translation>
    </message>
    <message>
        <source>Correct the unit in the header, and try again.</source>
        <translation>Berichtige die Einheit in der Kopfzeile, und versuch es noch einmal.</translation>
    </message>
    <message>
        <source>File &apos;{path}&apos;</source>
        <translation>Die Datei „{path}“</translation>
    </message>
    <message>
        <source>{file}, line {line},</source>
        <translation>{file}, Zeile {line},</translation>
    </message>
    <message>
        <source>{file} {happened} {remedy}</source>
        <translation>{file} {happened} {remedy}</translation>
    </message>
    <message>
        <source>{found} instead of {columns}</source>
        <translation>{found} statt {columns}</translation>
    </message>
    <message>
        <source>a zip archive or a spreadsheet</source>
        <translation>ein ZIP-Archiv oder eine Tabellenkalkulation</translation>
    </message>
    <message>
        <source>a gzip archive</source>
        <translation>ein gzip-Archiv</translation>
    </message>
    <message>
        <source>a PDF document</source>
        <translation>ein PDF-Dokument</translation>
    </message>
    <message>
        <source>a database</source>
        <translation>eine Datenbank</translation>
    </message>
    <message>
        <source>an HDF5 file</source>
        <translation>eine HDF5-Datei</translation>
    </message>
    <message>
        <source>an XDF recording</source>
        <translation>eine XDF-Aufzeichnung</translation>
    </message>
    <message>
        <source>data of a program</source>
        <translation>Daten eines Programms</translation>
    </message>
    <message>
        <source>a FIT activity file</source>
        <translation>eine FIT-Aktivitätsdatei</translation>
    </message>
    <message>
        <source>permission denied</source>
        <translation>keine Berechtigung</translation>
    </message>
    <message>
        <source>device or resource busy</source>
        <translation>das Gerät ist belegt</translation>
    </message>
    <message>
        <source>disk quota exceeded</source>
        <translation>das Kontingent auf dem Datenträger ist aufgebraucht</translation>
    </message>
    <message>
        <source>file exists</source>
        <translation>die Datei gibt es schon</translation>
    </message>
    <message>
        <source>file too large</source>
        <translation>die Datei ist zu groß</translation>
    </message>
    <message>
        <source>invalid argument</source>
        <translation>so ein Name geht hier nicht</translation>
    </message>
    <message>
        <source>input/output error</source>
        <translation>der Datenträger lässt sich nicht lesen oder schreiben</translation>
    </message>
    <message>
        <source>is a directory</source>
        <translation>das ist ein Ordner</translation>
    </message>
    <message>
        <source>too many levels of symbolic links</source>
        <translation>zu viele Verweise hintereinander</translation>
    </message>
    <message>
        <source>too many open files</source>
        <translation>zu viele offene Dateien</translation>
    </message>
    <message>
        <source>file name too long</source>
        <translation>der Name ist zu lang</translation>
    </message>
    <message>
        <source>too many open files in system</source>
        <translation>zu viele offene Dateien im System</translation>
    </message>
    <message>
        <source>no such device</source>
        <translation>das Gerät gibt es nicht</translation>
    </message>
    <message>
        <source>no such file or directory</source>
        <translation>die Datei oder den Ordner gibt es nicht</translation>
    </message>
    <message>
        <source>no locks available</source>
        <translation>keine Sperre mehr frei</translation>
    </message>
    <message>
        <source>cannot allocate memory</source>
        <translation>kein Arbeitsspeicher mehr frei</translation>
    </message>
    <message>
        <source>no space left on device</source>
        <translation>kein Platz mehr auf dem Datenträger</translation>
    </message>
    <message>
        <source>not connected</source>
        <translation>nicht verbunden</translation>
    </message>
    <message>
        <source>not a directory</source>
        <translation>das ist kein Ordner</translation>
    </message>
    <message>
        <source>no such device or address</source>
        <translation>das Gerät oder die Adresse gibt es nicht</translation>
    </message>
    <message>
        <source>operation not permitted</source>
        <translation>das ist nicht erlaubt</translation>
    </message>
    <message>
        <source>read-only file system</source>
        <translation>der Datenträger lässt sich nur lesen</translation>
    </message>
    <message>
        <source>connection timed out</source>
        <translation>keine Antwort rechtzeitig</translation>
    </message>
</context>
</TS>
