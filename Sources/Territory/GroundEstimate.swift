import Geometry
import Records

/// How well cells tell an area.
///
/// The line between two settlements of different sides is drawn midway; all that is known is that it runs somewhere between
/// them. So of the ground that came to a side, the cells at its new line may be the side's to a half only, and of the
/// cells across the line a half may be its too. For ground lost the same holds the other way round.
struct GroundEstimate {
  let mesh: CellMesh
  /// Who held each cell before and after.
  let before: [Int]
  let after: [Int]
  let side: Int

  /// What the side gained less what it lost.
  var net: AreaEstimate {
    let (gain, loss) = (changed(after, other: before), changed(before, other: after))
    return AreaEstimate(
      km2: gain.km2 - loss.km2, low: (gain.low ?? 0) - (loss.high ?? 0), high: (gain.high ?? 0) - (loss.low ?? 0))
  }

  /// What the side gained.
  var gained: AreaEstimate { changed(after, other: before) }

  /// The cells that the side holds in the one and not in the other.
  private func changed(_ one: [Int], other: [Int]) -> AreaEstimate {
    var (area, atLine) = (0.0, 0.0)
    var across: Set<Int> = []
    for cell in 0..<mesh.count where one[cell] == side && other[cell] != side {
      area += mesh.areasKM2[cell]
      let enemies = mesh.neighbors(of: cell).filter { one[$0] != side }
      if !enemies.isEmpty { atLine += mesh.areasKM2[cell] }
      across.formUnion(enemies)
    }
    let beyond = across.sorted().reduce(0) { $0 + mesh.areasKM2[$1] }
    return AreaEstimate(km2: area, low: area - atLine / 2, high: area + beyond / 2)
  }
}
