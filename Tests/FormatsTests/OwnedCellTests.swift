import Formats
import Testing

@Suite struct OwnedCellTests {
  /// Counts how many of its kind live.
  private final class Counted {
    static nonisolated(unsafe) var alive = 0  // one test alone uses it
    init() { Counted.alive += 1 }
    deinit { Counted.alive -= 1 }
  }

  private final class Owner {
    let numbers = OwnedCell([1, 2, 3])
    let kept = OwnedCell([Counted(), Counted()])
  }

  @Test func `a value is changed in place and freed with its owner`() {
    do {
      let owner = Owner()
      owner.numbers.value.append(4)
      owner.numbers.value[0] = 7
      #expect(owner.numbers.value == [7, 2, 3, 4])
      owner.kept.value.removeLast()
      #expect(Counted.alive == 1)
      owner.kept.value = []
      #expect(Counted.alive == 0)
      owner.kept.value = [Counted()]
    }
    #expect(Counted.alive == 0)
  }
}
