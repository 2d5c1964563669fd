import Gazetteer
import Records

extension PlaceIndex {
  /// The seat of a governorate or a province that bears its name, nil where none does.
  func seat(of unit: Place) -> Place? {
    guard unit.kind == .governorate || unit.kind == .province else { return nil }
    return rememberedLookUp(unit.name, limit: 8).filter { $0.cost == 0 }.map { place(at: $0.ref) }.first {
      $0.kind == .city && $0.country == unit.country
    }
  }
}
