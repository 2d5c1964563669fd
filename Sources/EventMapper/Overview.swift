// EventMapper: the library product. Articles to records; `Reader.read` is the order of the steps.
//
//     let index = try PlaceIndex(paths: ["share/eventmapper/gazetteer.index"])
//     let reader = try Reader(index: index, language: LanguageData(folder: "share/eventmapper"))
//     let article = Article(docID: "note", text: Array("Jets bombed Saraqib on Monday.".utf8), published: Day(iso: "2020-02-05"))
//     for event in try reader.read(article).events { print(event.type, event.location?.place.name ?? "-") }
