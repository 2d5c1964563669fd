/// A value in memory of its own that one owner reads and changes in place.
///
/// For what a class changes with every word of a text: each access to a variable of a class is watched at run time, which
/// costs as much as a look-up. Nobody watches this one; the owner never changes it while it is being changed.
public struct OwnedCell<Value>: ~Copyable {
  @usableFromInline let memory: UnsafeMutablePointer<Value>

  /// A cell with that value.
  @inlinable
  public init(_ value: consuming Value) {
    memory = .allocate(capacity: 1)
    memory.initialize(to: value)
  }

  @inlinable
  deinit {
    memory.deinitialize(count: 1)
    memory.deallocate()
  }

  /// The value.
  @inlinable
  public var value: Value {
    _read { yield memory.pointee }
    nonmutating _modify { yield &memory.pointee }
  }
}
