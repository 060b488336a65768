/// One document as it was published: its text, what it says of itself, and where it was read.
public struct Document: Sendable {
  /// Made of the source's digest and place, or given by the caller; the same bytes yield the same id.
  public var id: String

  /// The title, its lines joined.
  public var title: String?

  /// The line under the title, without the dash before it.
  public var subtitle: String?

  /// What sort of document it is.
  public var kind: Kind

  /// The people who speak or sign, by name alone.
  public var authors: [String]

  /// Who published it: a news agency, a paper, a site.
  public var publisher: String?

  /// The day of publication, as `YYYY-MM-DD`.
  public var published: String?

  /// The day written under the text or the title: when it was signed or spoken, as `YYYY-MM-DD`.
  public var signed: String?

  /// To whom a letter is addressed.
  public var addressee: String?

  /// The day, with a time or not, that relative dates count from: the one given with this document, or else
  /// the day it was spoken or signed, or else published, or else the caller's. As `YYYY-MM-DD` or
  /// `YYYY-MM-DDThh:mm:ss`; `YYYY` where only the title tells a year.
  public var referenceDate: String?

  /// The bytes it was read from.
  public var source: Source

  /// The text as one reads it: hard line breaks joined, paragraphs separated by U+000A.
  public var text: DocumentText

  /// The paragraphs, in order; together with the line feeds between them they are the whole text.
  public var paragraphs: [Paragraph]

  /// The line and page breaks of the source that are no paragraph ends, in order.
  public var breaks: [Break]

  /// Creates a document.
  public init(id: String, source: Source, text: DocumentText, paragraphs: [Paragraph], breaks: [Break] = []) {
    self.id = id
    self.kind = .unknown
    self.authors = []
    self.source = source
    self.text = text
    self.paragraphs = paragraphs
    self.breaks = breaks
  }

  /// What sort of document it is.
  public enum Kind: String, CaseIterable, Sendable {
    case speech, letter, news, report, communique, statement, plan, law, unknown
  }
}

/// The file, or the part of it, that a document was read from.
public struct Source: Hashable, Sendable {
  /// The path as it was given; `-` for standard input.
  public var path: String

  /// SHA-256 of the whole file, in lower-case hexadecimal.
  public var sha256: String

  /// The encoding that its bytes were read in: `utf-8`, `utf-16le`, `utf-16be`, `gb18030`.
  public var encoding: String

  /// The document's place in the file.
  public var bytes: ByteRange

  /// Creates a source.
  public init(path: String, sha256: String, encoding: String, bytes: ByteRange) {
    self.path = path
    self.sha256 = sha256
    self.encoding = encoding
    self.bytes = bytes
  }
}

/// A paragraph and its part in the document.
public struct Paragraph: Hashable, Sendable {
  /// Its part in the document.
  public var role: Role

  /// Its place in the text, without the line feed behind it.
  public var span: Span

  /// The page it begins on, from 1, where the source tells pages.
  public var page: Int?

  /// Creates a paragraph.
  public init(role: Role, span: Span, page: Int? = nil) {
    self.role = role
    self.span = span
    self.page = page
  }

  /// A paragraph's part in the document.
  public enum Role: String, CaseIterable, Sendable {
    case title, subtitle, byline, source, date, salutation, heading, body, signature, caption
  }
}

/// A line or page break of the source inside the text, or the page break before a paragraph.
public struct Break: Hashable, Sendable {
  /// What broke.
  public var kind: Kind

  /// The offset of the scalar behind it. Where the reader put in a space, that space stands before it.
  public var offset: Int

  /// The number of the page that begins, from 1.
  public var page: Int?

  /// Creates a break.
  public init(_ kind: Kind, offset: Int, page: Int? = nil) {
    self.kind = kind
    self.offset = offset
    self.page = page
  }

  /// What broke: a line, or a page (and with it its last line).
  public enum Kind: String, Sendable {
    case line, page
  }
}
