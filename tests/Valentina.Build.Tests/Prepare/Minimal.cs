using System.Text.Json.Nodes;
using Valentina.SpecTool.Json;
using Valentina.SpecTool.Overlay;

namespace Valentina.Build.Tests.Prepare;

/// <summary>The smallest documents that are whole.</summary>
internal static class Minimal
{
    public static JsonObject Document() => JsonText.ParseObject("""
        {
          "openapi": "3.1.0",
          "info": { "title": "Small", "version": "1" },
          "paths": {
            "/things/{thing_id}": {
              "get": {
                "tags": ["Things"],
                "operationId": "getThing",
                "parameters": [{ "name": "thing_id", "in": "path", "required": true, "schema": { "type": "string", "format": "uuid" } }],
                "responses": { "200": { "description": "Success", "headers": {}, "content": { "application/json": { "schema": { "$ref": "#/components/schemas/Thing" } } } } }
              }
            }
          },
          "components": {
            "schemas": {
              "Thing": { "type": "object", "properties": { "id": { "type": "string" }, "kind": { "$ref": "#/components/schemas/Kind" } }, "required": ["id"] },
              "Kind": { "type": "string", "enum": ["OLD", "NEW"] }
            }
          }
        }
        """);

    public static OverlayDocument Overlay(params string[] actions)
    {
        var list = new JsonArray();
        foreach (var action in actions)
        {
            var node = JsonText.ParseObject(action);
            node["x-reason"] = "A reason.";
            node["x-test"] = "A_test";
            list.Add(node);
        }

        return OverlayDocument.Parse(new JsonObject { ["overlay"] = "1.0.0", ["actions"] = list });
    }
}
