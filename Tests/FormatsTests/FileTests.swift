import Formats
import Foundation
import Testing

@Suite struct `Files` {
  @Test func `are mapped as they are`() throws {
    let folder = try Folder()
    let bytes = (0..<100_000).map { UInt8(truncatingIfNeeded: $0 &* 31) }
    try WholeFile.write(bytes, to: folder.file("a"))
    let file = try MappedFile(folder.file("a"))
    #expect(file.withBytes { Array($0) } == bytes)
    #expect(file.path == folder.file("a"))
  }

  @Test func `that are empty have no bytes`() throws {
    let folder = try Folder()
    try WholeFile.write([], to: folder.file("a"))
    #expect(try MappedFile(folder.file("a")).bytes.isEmpty)
  }

  @Test func `that are devices are read whole`() throws {
    #expect(try MappedFile("/dev/null").bytes.isEmpty)
  }

  @Test func `in memory have a name too`() {
    let file = MappedFile(copying: [1, 2, 3], path: "standard input")
    #expect(Array(file.bytes) == [1, 2, 3])
    #expect(file.path == "standard input")
  }

  @Test func `that cannot be read are told by name and cure`() throws {
    let folder = try Folder()
    func sentence(_ path: String) -> String? {
      #expect(throws: FileError.self) { try MappedFile(path) }?.description
    }
    let missing = folder.file("no.txt")
    #expect(sentence(missing) == "cannot read \(missing): no such file; check the spelling and the folder")
    #expect(sentence(folder.path) == "cannot read \(folder.path): it is a folder; name a file in it")
    try WholeFile.write([], to: folder.file("a"))
    let below = folder.file("a/b")
    #expect(sentence(below) == "cannot read \(below): a part of its path is a file, not a folder; check the path")
  }

  @Test(arguments: [
    (FileError.Operation.read, EACCES, "cannot read x: permission denied; make it readable"),
    (.write, EACCES, "cannot write x: permission denied; choose a folder you may write to"),
    (.write, EROFS, "cannot write x: permission denied; choose a folder you may write to"),
    (.write, ENOSPC, "cannot write x: the disk is full; make room, the old file is untouched"),
    (.read, EIO, "cannot read x: Input/output error"),
  ]) func `have a sentence for what the system says`(operation: FileError.Operation, code: Int32, wanted: String) {
    #expect(FileError(operation, path: "x", code: code).description == wanted)
  }
}

@Suite struct `Writing a whole file` {
  @Test func `replaces the old one and leaves nothing else`() throws {
    let folder = try Folder()
    try WholeFile.write(Array("old".utf8), to: folder.file("a"))
    try WholeFile.write(Array("new".utf8), to: folder.file("a"))
    #expect(folder.text("a") == "new")
    #expect(folder.names == ["a"])
  }

  @Test func `shows nothing before the commit and nothing at all without it`() throws {
    let folder = try Folder()
    try WholeFile.write(Array("old".utf8), to: folder.file("a"))
    do {
      let writer = try WholeFileWriter(folder.file("a"))
      try writer.append(Array("half".utf8))
      #expect(folder.text("a") == "old")
      #expect(folder.names.count == 2)
      withExtendedLifetime(writer) {}
    }
    #expect(folder.text("a") == "old")
    #expect(folder.names == ["a"])
  }

  @Test func `takes two writers in one folder`() throws {
    let folder = try Folder()
    let writers = try ["a", "b"].map { try WholeFileWriter(folder.file($0)) }
    for (writer, text) in zip(writers, ["one", "two"]) {
      try writer.append(Array(text.utf8))
      try writer.append(Array("!".utf8))
    }
    for writer in writers { try writer.commit() }
    #expect(folder.names == ["a", "b"])
    #expect([folder.text("a"), folder.text("b")] == ["one!", "two!"])
  }

  @Test func `keeps the old file's mode and a link a link`() throws {
    let folder = try Folder()
    let files = FileManager.default
    try WholeFile.write(Array("old".utf8), to: folder.file("a"))
    try files.setAttributes([.posixPermissions: 0o640], ofItemAtPath: folder.file("a"))
    try files.createSymbolicLink(atPath: folder.file("link"), withDestinationPath: folder.file("a"))
    try WholeFile.write(Array("new".utf8), to: folder.file("link"))
    #expect(try files.destinationOfSymbolicLink(atPath: folder.file("link")) == folder.file("a"))
    #expect(folder.text("a") == "new")
    #expect(try files.attributesOfItem(atPath: folder.file("a"))[.posixPermissions] as? Int == 0o640)
  }

  @Test func `writes a device straight, and does not replace it`() throws {
    try WholeFile.write(Array("gone".utf8), to: "/dev/null")
    #expect(try MappedFile("/dev/null").bytes.isEmpty)
  }

  @Test func `that fails leaves everything as it was`() throws {
    let folder = try Folder()
    func sentence(_ path: String) -> String? {
      #expect(throws: FileError.self) { try WholeFile.write([1], to: path) }?.description
    }
    let lost = folder.file("no/a")
    #expect(sentence(lost) == "cannot write \(lost): its folder does not exist; make the folder first")
    #expect(sentence(folder.path) == "cannot write \(folder.path): it is a folder; name a file")
    #expect(sentence("/dev/full") == "cannot write /dev/full: the disk is full; make room, the old file is untouched")
    #expect(folder.names == [])
  }
}
