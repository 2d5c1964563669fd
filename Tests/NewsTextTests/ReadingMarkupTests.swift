import TestSupport
import NewsText
import Records
import Testing

@Suite struct `Reading pages` {
  let scratch = Scratch()

  static let page = """
    <!DOCTYPE html><html><head><title>Village hit | The Paper</title>
    <meta property="og:title" content="Village  hit"><meta property="og:site_name" content="The Paper">
    <meta property="article:published_time" content="2020-02-11T21:05:00+02:00">
    <link rel="canonical" href="https://paper.example/village-hit">
    <script>document.write("<p>Ten villages were bombed in a script, which is nobody's article at all.</p>")</script>
    <style>p { color: red }</style></head>
    <body class="has-sidebar"><header><h1>The Paper</h1><nav><ul><li><a href="/">Home</a></li></ul></nav></header>
    <div class="layout"><div id="story"><h1>Village hit</h1>
    <p>Two people were killed in <a href="/kn">Kafr&nbsp;Nabl</a> on
       Tuesday, the rescue service&shy; said.</p>
    <!-- Nobody was killed in this comment, however long it may be. -->
    <figure><img src="x.jpg"><figcaption>Smoke over Saraqib, Feb. 10, 2020.</figcaption></figure>
    <h2>Shelling</h2><p>Shells fell on Saraqib.<br>Three were hurt &amp; treated.</p>
    <ul><li>Saraqib</li><li>Nayrab</li></ul>
    <p><a href="/old">READ MORE: An older strike killed dozens in the same village</a></p>
    <ul><li><a href="/1">Another story of another day</a></li><li><a href="/2">Yet another one</a></li></ul>
    <aside><p>An aside told of bombs in a different town, long ago, with many words.</p></aside></div>
    <div class="related-posts"><p>Related: twelve people were killed in a strike on a market in another country.</p></div>
    <section id="comments"><p>A reader says that a hundred villages were bombed, and goes on and on about it.</p></section>
    </div><form><p>Sign up and never miss a strike on any village again, wherever you are.</p></form>
    <footer><p>Copyright of The Paper, all rights reserved, bombs included, since nineteen hundred.</p></footer></body></html>
    """

  @Test func `the article is taken out of its page`() {
    let told = scratch.read("page.html", Self.page)
    #expect(
      told.texts == [
        """
        Two people were killed in Kafr Nabl on Tuesday, the rescue service said.

        Smoke over Saraqib, Feb. 10, 2020.

        Shelling

        Shells fell on Saraqib.
        Three were hurt & treated.

        Saraqib
        Nayrab

        """
      ])
    #expect(told.titles == ["Village hit"])
    #expect(told.days == ["2020-02-11"])
    #expect(told.articles.first?.sourceName == "The Paper")
    #expect(told.articles.first?.sourceURL == "https://paper.example/village-hit")
    #expect(told.ids == ["page"])
    #expect(told.faults.isEmpty && told.notes.isEmpty)
  }

  @Test(arguments: [
    #"<script type="application/ld+json">{"@graph":[{"@type":"WebSite","datePublished":"2001-01-01"},"#
      + #"{"@type":"NewsArticle","datePublished":"2020-02-12T10:00:00Z"}]}</script>"#,
    #"<meta name="pubdate" content="12 February 2020">"#,
    #"<p>By A. B. <time datetime="2020-02-12">yesterday</time></p>"#,
  ]) func `the day is read where pages write it`(head: String) {
    let told = scratch.read("a.htm", "<article>\(head)<p>Two people were killed in Kafr Nabl.</p></article>")
    #expect(told.days == ["2020-02-12"])
  }

  @Test func `an unreadable date of a page is a note`() {
    let told = scratch.read(
      "a.html", #"<meta name="date" content="11.02.20"><article><p>Two people were killed in Kafr Nabl.</p></article>"#)
    #expect(told.notes == ["a.html: the page's date is in no form that is known; give it with --published"])
    #expect(told.days == [nil] && told.faults.isEmpty)
  }

  @Test func `paragraphs that each have a box of their own are one article`() {
    let boxes = (1...8).map {
      "<div class=b><div><p>Paragraph \($0) tells of the shelling of a village by somebody.</p></div></div>"
    }
    let told = scratch.read(
      "a.html", "<body><div>Menu</div><div id=x>\(boxes.joined())</div><p>Contact us here now.</p>")
    #expect(told.texts.first?.split(separator: "\n").count == 8)
  }

  @Test func `the text that a page gives to search engines is the last resort`() {
    let told = scratch.read(
      "a.html",
      #"<html><script type="application/ld+json">{"@type":"NewsArticle","headline":"H","articleBody":"Kafr Nabl fell."}"#
        + "</script><body><div id=app></div></body></html>")
    #expect(told.texts == ["Kafr Nabl fell."])
    #expect(told.titles == ["H"])
  }

  @Test(arguments: [
    "<html><body><nav><a href=/>Home</a></nav><p>Short.</p></body></html>", "<html></html>",
    "<article><p>A first story that is told in one line.</p></article>"
      + "<article><p>A second story that is told in one line.</p></article>"
      + "<article><p>A third story that is told in one line.</p></article>",
    "<ul>" + String(repeating: "<li><a href=x>A headline that links to its story</a></li>", count: 50) + "</ul>",
  ]) func `a page without an article is refused`(page: String) {
    let told = scratch.read("a.html", page)
    #expect(
      told.faults == [
        "a.html: no article found in the page; save the page of one article, or give its text as a .txt file"
      ])
  }

  @Test func `a page says in which encoding it is, unless its bytes tell better`() {
    let body = "<article><p>Les forces ont bombard\u{E9} le village de Kafr Nabl.</p></article>"
    let latin = Array(#"<meta charset="ISO-8859-1">"#.utf8) + body.unicodeScalars.map { UInt8($0.value) }
    let wanted = ["Les forces ont bombardé le village de Kafr Nabl.\n"]
    #expect(scratch.read("a.html", latin).texts == wanted)
    #expect(scratch.read("b.html", #"<meta charset="ISO-8859-1">"# + body).texts == wanted)
    #expect(scratch.read("c.html", body).texts == wanted)
    let undeclared = scratch.read("d.html", body.unicodeScalars.map { UInt8($0.value) })
    #expect(
      undeclared.faults == [
        "d.html:1: byte 0xE9 at offset 34 is not UTF-8; if it is a Western text, convert it: "
          + "iconv -f WINDOWS-1252 -t UTF-8 d.html"
      ])
  }

  @Test func `elements without end are refused`() {
    let told = scratch.read("a.html", String(repeating: "<div>", count: 100_000) + "<p>Kafr Nabl was shelled.</p>")
    #expect(
      told.faults == ["a.html: elements nested more than 256 levels deep; give the article's text as a .txt file"])
  }

  @Test func `a page beyond the limit is refused`() {
    let told = scratch.read("a.html", "<article><p>" + String(repeating: "Kafr Nabl. ", count: 4_600_000))
    #expect(
      told.faults == [
        "a.html: holds 50600012 bytes, more than the 33554432 an article may have; "
          + "split it, one article a file or a row"
      ])
  }
}

@Suite struct `Reading feeds` {
  let scratch = Scratch()

  @Test func `RSS items are articles`() {
    let told = scratch.read(
      "feed.rss",
      """
      <?xml version="1.0"?><rss xmlns:content="http://purl.org/rss/1.0/modules/content/" version="2.0"><channel>
      <title>The Paper</title>
      <item><title>Village &amp; town hit</title><link>https://p.example/1</link><guid>id-1</guid>
      <pubDate>Tue, 11 Feb 2020 14:03:00 GMT</pubDate><description>Short.</description>
      <content:encoded><![CDATA[<p>Two were <b>killed</b>.</p><script>x()</script><p>Kafr Nabl &amp; Saraqib.</p>]]></content:encoded></item>
      <item><description>Shells fell &lt;br&gt;on Nayrab.</description><pubDate>soon</pubDate></item>
      <item><title>Nothing else</title></item>
      </channel></rss>
      """)
    #expect(told.texts == ["Two were killed.\n\nKafr Nabl & Saraqib.\n", "Shells fell\non Nayrab.\n"])
    #expect(told.titles == ["Village & town hit", nil])
    #expect(told.ids == ["id-1", "feed-2"])
    #expect(told.days == ["2020-02-11", nil])
    #expect(told.articles.first?.sourceURL == "https://p.example/1")
    #expect(told.articles.first?.sourceName == "The Paper")
    #expect(told.notes == ["feed.rss:6: the item's date is in no form that is known; give it with --published"])
    #expect(told.faults == ["feed.rss:7: item 3 has no description or content; give the article's own page"])
  }

  @Test func `Atom entries are articles`() {
    let told = scratch.read(
      "feed.atom",
      """
      <feed xmlns="http://www.w3.org/2005/Atom"><title>Agency</title><entry><id>urn:1</id>
      <title type="html">A &amp;amp; B</title><published>2020-02-11T10:00:00Z</published>
      <link rel="self" href="s"/><link rel="alternate" href="a"/><summary>Short</summary>
      <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>One.</p><p>Two.</p></div></content></entry>
      <entry><summary type="text">1 &lt; 2</summary></entry></feed>
      """)
    #expect(told.texts == ["One.\n\nTwo.\n", "1 < 2"])
    #expect(told.titles == ["A & B", nil])
    #expect(told.ids == ["urn:1", "feed-2"])
    #expect(told.articles.first?.sourceURL == "a")
    #expect(told.faults.isEmpty)
  }

  @Test func `a billion laughs are refused`() {
    let levels = (1...9).map { level in
      "<!ENTITY l\(level) \"" + String(repeating: "&l\(level - 1);", count: 10) + "\">"
    }
    let bomb =
      "<?xml version=\"1.0\"?><!DOCTYPE rss [<!ENTITY l0 \"ha\">\(levels.joined())]>"
      + "<rss><channel><item><description>&l9;</description></item></channel></rss>"
    let sentence = "a.xml: declares entities of its own, which are refused; remove its <!ENTITY ...> lines"
    #expect(scratch.read("a.xml", bomb).faults == [sentence])
    let file =
      "<!DOCTYPE rss [<!ENTITY f SYSTEM \"file:///etc/passwd\">]><rss><item><description>&f;</description></item></rss>"
    #expect(scratch.read("a.xml", file).faults == [sentence])
  }

  @Test func `other XML is refused`() {
    #expect(
      scratch.read("a.xml", "<?xml version=\"1.0\"?><kml><Document/></kml>").faults
        == ["a.xml: is XML of another kind (<kml>); give RSS, Atom or XHTML"])
    #expect(
      scratch.read("a.xml", "<rss><channel>\n<item></channel></rss>").faults == [
        "a.xml: broken XML (line 2: Premature end of data in tag rss line 1); mend it, "
          + "or give the page as .html"
      ])
    #expect(scratch.read("a.xml", "  ").faults == ["a.xml: is empty; give a text with words in it"])
    #expect(
      scratch.read("a.xml", "<rss>" + String(repeating: "<a>", count: 10_000)).faults
        == ["a.xml: elements nested more than 256 levels deep; give the article's text as a .txt file"])
  }
}
