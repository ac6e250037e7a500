import type { ErrorCode } from '#protocol';
import { common } from './common.ts';

export const errors: Record<ErrorCode, string> = {
  ...common.failed,
  'request/malformed': 'Die Anfrage hat nicht die Form, die das Protokoll beschreibt.',
  'request/too-large': 'Das ist mehr, als dieser Server auf einmal annimmt.',
  'request/too-deep': 'Die Nachricht ist zu tief verschachtelt.',
  'request/unknown-route': 'Unter dieser Adresse gibt es nichts.',
  'request/too-many': 'Zu viel auf einmal. Warten Sie einen Augenblick und versuchen Sie es dann noch einmal.',
  'request/wrong-origin': 'Das kam von einer anderen Website und wurde deshalb nicht ausgeführt.',
  'text/ill-formed': 'Der Text enthält Zeichen, die keine sind (NUL oder ein halbes Surrogatpaar).',
  'session/none': 'Niemand ist angemeldet. Öffnen Sie Ihre Einladung oder Ihren Anmeldelink noch einmal.',
  'sign-in/invalid': 'Dieser Anmeldelink gilt nicht mehr. Bitten Sie um einen neuen.',
  'mail/invalid-link': 'Dieser Link ist ungültig. Öffnen Sie ihn aus der neuesten E-Mail oder melden Sie sich an.',
  'mail/unknown': 'Diese E-Mail gibt es nicht.',
  'mail/unknown-time-zone': 'Diese Zeitzone ist hier nicht bekannt. Wählen Sie eine andere.',
  'operator/none':
    'Diese Seite ist für den Betrieb. Öffnen Sie den Link, den `npm run -s catena -- operator link` ausgibt.',
  'operator/link-invalid': 'Dieser Link gilt nicht mehr. `npm run -s catena -- operator link` gibt einen neuen aus.',
  'job/unknown': 'Diese fehlgeschlagene Aufgabe gibt es nicht; vielleicht wurde sie schon wiederholt.',
  'invite/unknown': 'Diese Einladung gibt es nicht, oder sie wurde zurückgezogen. Bitten Sie um eine neue.',
  'invite/expired': 'Diese Einladung ist abgelaufen. Bitten Sie um eine neue.',
  'mail/wrong-secret': 'Wer E-Mails bringt, muss das Geheimnis dieses Servers mitschicken (MAIL_HOOK_SECRET).',
  'member/name-length': 'Geben Sie einen Namen an, der nicht zu lang ist.',
  'command/id-taken': 'Diese Befehlskennung wurde schon für etwas anderes benutzt. Senden Sie mit einer neuen.',
  'log/position-ahead': 'Diese Position liegt hinter dem Ende des Protokolls. Treten Sie noch einmal von vorn bei.',
  'metrics/not-allowed':
    'Messwerte gibt es nur auf diesem Rechner oder für alle, die das METRICS_TOKEN des Servers haben.',
  'asset/unknown': 'Diese Datei gibt es in diesem Seminar nicht.',
  'picture/not-one': 'Das ist kein Bild, das hier gezeigt werden kann. Senden Sie PNG, JPEG, GIF oder WebP.',
  'picture/too-large': 'Das Bild ist größer, als dieser Server annimmt. Verkleinern Sie es.',
  'asset/gone':
    'Die Datei oder ein Bild dieses Artikels wird hier nicht mehr aufbewahrt. Stellen Sie sie noch einmal ein.',
  'upload/unknown':
    'Diese Datei wurde veröffentlicht oder verworfen, oder sie wurde vor zu langer Zeit eingestellt. Stellen Sie sie noch einmal ein.',
  'upload/reading': 'Diese Datei wird gerade gelesen. Warten Sie, oder verwerfen Sie sie.',
  'article/no-document':
    'In diesem Archiv ist kein Artikel. Legen Sie den Text und seine Bilder hinein: HTML, JATS, Markdown, Word, PDF oder reinen Text.',
  'article/several-documents':
    'In diesem Archiv ist mehr als ein Text. Stellen Sie den Artikel nur mit seinen Bildern ein.',
  'article/too-large':
    'Der Artikel ist größer, als dieser Server annimmt. Stellen Sie ihn in Teilen ein, oder lassen Sie weg, was kein Text ist.',
  'article/unsupported-format':
    'Dieses Format kann nicht gelesen werden. Speichern Sie es als Word, HTML, Markdown oder reinen Text und stellen Sie das ein.',
  'article/not-text':
    'Das ist kein Text in UTF-8. Speichern Sie ihn als reinen Text oder Markdown in UTF-8 und stellen Sie das ein.',
  'article/ill-formed-text':
    'Der Text enthält Zeichen, die keine sind (NUL oder ein halbes Surrogatpaar). Nehmen Sie sie heraus.',
  'article/empty': 'In dieser Datei steht kein Absatz. Prüfen Sie, ob es die richtige ist.',
  'article/no-title': 'Der Text hat keinen Titel. Setzen Sie ihn in die erste Zeile, darunter eine leere.',
  'article/too-tangled':
    'Die Datei ist zu verschachtelt, um gelesen zu werden. Vereinfachen Sie sie, oder stellen Sie sie als reinen Text ein.',
  'article/damaged':
    'Die Datei ist beschädigt oder nicht, was sie zu sein scheint. Speichern Sie sie neu oder in einem anderen Format.',
  'article/unsafe-archive':
    'Die Datei entpackt sich zu weit mehr, als ein Dokument enthält, oder hat Pfade, die aus ihr hinausführen. Sie wurde nicht geöffnet.',
  'article/scanned':
    'Die Seiten dieses PDF sind Bilder ohne Text, wie ein Scanner sie hinterlässt. Lassen Sie den Text erkennen (OCR) und stellen Sie das ein.',
  'article/encrypted': 'Die Datei ist durch ein Passwort geschützt. Speichern Sie sie ohne und stellen Sie das ein.',
  'article/out-of-bounds':
    'Diese Datei zu lesen brauchte mehr Zeit oder Speicher, als dafür vorgesehen ist. Stellen Sie sie in Teilen oder in einem anderen Format ein.',
  'seminar/already-open': 'Dieses Seminar ist schon eröffnet.',
  'seminar/not-open': 'Dieses Seminar gibt es nicht.',
  'seminar/title-length': 'Der Titel ist leer oder zu lang.',
  'policy/not-a-member': 'Sie gehören nicht zu diesem Seminar. Bitten Sie um eine Einladung.',
  'policy/not-allowed': 'Ihre Rolle in diesem Seminar erlaubt das nicht.',
  'member/already-joined': 'Sie sind diesem Seminar schon beigetreten.',
  'member/unknown': 'Dieses Mitglied gibt es in diesem Seminar nicht.',
  'member/last-instructor': 'Ein Seminar behält mindestens eine Leitung. Übertragen Sie sie zuerst jemand anderem.',
  'group/unknown': 'Diese Gruppe gibt es in diesem Seminar nicht.',
  'group/name': 'Der Name der Gruppe ist leer, zu lang oder schon vergeben.',
  'group/too-many': 'Mehr Gruppen nimmt dieser Server nicht an.',
  'hour/under-way': 'Es läuft schon eine Live-Stunde. Beenden Sie zuerst diese.',
  'hour/none': 'Es läuft keine Live-Stunde.',
  'timer/length': 'Stellen Sie die Uhr auf mindestens eine Sekunde und höchstens vier Stunden.',
  'poll/unknown': 'Diese Umfrage gibt es nicht.',
  'poll/closed': 'Diese Umfrage ist geschlossen.',
  'poll/words':
    'Eine Umfrage braucht eine Frage und mindestens zwei Antworten, keine davon leer, und darf nicht zu lang sein.',
  'poll/unknown-option': 'Diese Antwort gibt es in der Umfrage nicht.',
  'poll/anonymous': 'Diese Umfrage ist anonym: Geantwortet wird mit einem Stimmzettel.',
  'article/unknown': 'Diesen Artikel gibt es in diesem Seminar nicht.',
  'article/unknown-version': 'Diese Fassung des Artikels ist nicht in diesem Seminar.',
  'article/version-conflict':
    'Inzwischen hat jemand anderes eine Fassung eingestellt. Sehen Sie sie an und stellen Sie Ihre dann noch einmal ein.',
  'article/no-text': 'Der Artikel hat keinen Text.',
  'article/duplicate-block': 'Zwei Blöcke des Artikels haben dieselbe Kennung.',
  'anchor/unknown-block': 'Die Stelle kommt in dieser Fassung des Artikels nicht vor.',
  'anchor/quote-mismatch': 'Das Zitat ist nicht, was an dieser Stelle des Artikels steht.',
  'anchor/too-many': 'Die Stelle reicht über zu viele Absätze. Wählen Sie eine kürzere.',
  'annotation/id-taken': 'Diese Kennung ist schon in Gebrauch. Senden Sie mit einer neuen.',
  'annotation/unknown': 'Diese Anmerkung gibt es nicht.',
  'annotation/deleted': 'Dies wurde inzwischen gelöscht.',
  'annotation/deleted-by-another': 'Nur wer es gelöscht hat, kann das zurücknehmen.',
  'annotation/restore-too-late': 'Es wurde vor zu langer Zeit gelöscht, um das zurückzunehmen.',
  'annotation/words-erased': 'Die Worte wurden endgültig getilgt und lassen sich nicht zurückholen.',
  'annotation/empty': 'Es steht nichts darin.',
  'annotation/too-long': 'Der Text ist länger, als dieser Server annimmt. Kürzen Sie ihn oder teilen Sie ihn in zwei.',
  'annotation/changed-since':
    'Der Text hat sich geändert, seit Sie ihn geöffnet haben. Sehen Sie den neuen an und speichern Sie Ihren dann noch einmal.',
  'annotation/too-deep': 'Die Antworten sind hier zu tief verschachtelt. Antworten Sie weiter oben.',
  'annotation/tags': 'Es sind zu viele Schlagwörter, oder eines ist leer oder zu lang.',
  'question/not-a-question': 'Nur eine Frage kann beantwortet werden.',
  'question/not-a-reply': 'Die Antwort muss im Gespräch der Frage stehen.',
  'question/already-answered': 'Diese Frage hat schon eine Antwort. Nehmen Sie zuerst diese zurück.',
  'question/not-answered': 'Diese Frage hat noch keine Antwort.',
  'thread/not-a-thread': 'Nur eine Anmerkung zum Text eröffnet ein Gespräch.',
  'thread/already-resolved': 'Dieses Gespräch ist schon erledigt.',
  'thread/not-resolved': 'Dieses Gespräch ist offen.',
  'summary/unknown': 'Zu diesem Abschnitt wurde noch nichts zusammengefasst.',
  'summary/pinned': 'Diese Zusammenfassung ist festgehalten, damit sie bleibt, wie sie ist. Lösen Sie das zuerst.',
  'summary/changed-since':
    'Sie wurde neu gemacht, seit Sie sie geöffnet haben. Sehen Sie die neue an und ändern Sie dann diese.',
  'summary/uncited': 'Ein Satz stützt sich auf Worte, die nicht oder nicht mehr in diesem Seminar stehen.',
  'summary/length': 'Die Zusammenfassung ist leer oder länger, als dieser Server annimmt.',
  'reading/unknown': 'Diese Lektüre ist nicht oder nicht mehr aufgegeben.',
  'reading/unknown-section': 'Diesen Abschnitt gibt es in der neuesten Fassung nicht. Wählen Sie einen anderen.',
  'reading/another-article': 'Eine Lektüre bleibt bei ihrem Artikel. Geben Sie stattdessen eine neue auf.',
  'reading/due-passed': 'Tag und Uhrzeit sind schon vorbei. Wählen Sie einen späteren Zeitpunkt.',
};

export { unreadable } from './unreadable.ts';
