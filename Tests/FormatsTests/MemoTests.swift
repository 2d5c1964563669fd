import Formats
import Testing

@Suite struct MemoTests {
  @Test func `the latest answers are worked out once and older ones again`() {
    let memo = Memo<Int, Int>(slots: 8)
    var asked: [Int] = []
    func square(_ key: Int) -> Int {
      memo.value(key) {
        asked.append($0)
        return $0 * $0
      }
    }
    for _ in 0..<3 { #expect(square(7) == 49) }
    #expect(asked == [7])
    for key in 0..<200 { #expect(square(key) == key * key) }
    asked = []
    #expect(square(199) == 199 * 199)
    #expect(asked == [])
    for key in 0..<200 { #expect(square(key) == key * key) }
    #expect(asked.count >= 192)
  }

  @Test func `there may be room for one answer alone`() {
    let memo = Memo<String, Int>(slots: 1)
    for text in ["one", "one", "three", "one"] { #expect(memo.value(text) { $0.utf8.count } == text.utf8.count) }
  }
}
